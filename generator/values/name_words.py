"""Words that tell what a part of a name is, or that a name is no person's."""

from __future__ import annotations

#: Written small, these begin the family name: Ludwig van Beethoven, Juan de la Cruz.
PARTICLES = frozenset(
    "aan abu af aït al am ap auf aus bel ben bij bin binti bint d' da dal dalla das de degli dei"
    " del dela dell' della delle dello delos den der des di do dos du el het ibn in l' la las le"
    " les lo los nic ó onder op ould over 's 't te ten ter thoe tho to tot ud uit ul un una ur uz"
    " v. van van't vander vd von vonder voor vom ze zu zum zur à".split()
)
#: Between particles these are one: von und zu.
WITH_PARTICLES = PARTICLES | {"und"}
#: Between two family names: Ortega y Gasset, Gaudí i Cornet, Costa e Silva.
FAMILY_LINKS = frozenset("y i e".split())
#: Written large, they are part of the family name itself: Luc Van Gool.
LARGE_PARTICLES = frozenset(
    "Al Auf Ben Da Dal Dalla De Degli Dei Del Dell' Della Delle Dello Den Der Di Dos Du El La Le"
    " Mc Ní Ó St. Ter Uí Van Van't Vande Vanden Vander Von".split()
)
#: Of these, those that are syllables of Chinese given names, too.
PINYIN = frozenset("Da De Di Du".split())
#: Van, Le and La are given names in Vietnam, whose family names stand first or last.
VIETNAMESE = frozenset(
    "bui cao chu dang dao dinh do doan duong ho hoang huynh le luong ly mai ngo nguyen pham phan ta"
    " thai to tran trinh truong van vo vu vuong".split()
)
SUFFIXES = frozenset("Jr Jr. jr jr. Jnr Jnr. Sr Sr. sr sr. II III IV 2nd 3rd".split())
#: One of these in place of a family name names nobody.
NOBODY = frozenset("al others anonymous unknown na various".split())
#: Last words of the names of groups that sign papers as such.
TEAMS = frozenset(
    "collaboration collaborations collective community consortium contributors group project team"
    " teams workshop".split()
)
LEGAL_FORMS = frozenset("company corp corp. corporation gmbh inc inc. llc llp ltd ltd. plc".split())
#: Words of the names of firms, which hold an "and" together: Sanders & Sons Ltd.
FIRMS = LEGAL_FORMS | frozenset(
    "associates bros bros. brothers co co. daughters partners sons".split()
)
#: Behind a family name these are part of it: Ferreira Filho.
FAMILY_ENDS = frozenset("Filho Sobrinho".split())
#: Such words stand in the names of groups, and some may be given names: The, And.
_SMALL = frozenset("& and et for of the with".split())
#: A name with one of these words is not a person's.
GROUPS = (
    TEAMS
    | LEGAL_FORMS
    | frozenset(
        "academy administration agency alliance association authority bureau center centers"
        " centre centres centro college commission committee consejo council department"
        " development directorate faculty federation foundation fundación gesellschaft"
        " government hospital initiative institut institute institutes instituto istituto lab"
        " laboratoire laboratories laboratory labs ministry museum nations network observatory"
        " organisation organization others partnership platforms politecnico research school"
        " schools services society solutions systems technologies universidad università"
        " universitat universität universiteit university université"
        # Firms that sign papers with two words: Google DeepMind.
        " alibaba anthropic baidu bytedance deepmind google hugging microsoft nvidia openai"
        " tencent".split()
    )
)
NOT_A_PERSON = GROUPS | _SMALL
