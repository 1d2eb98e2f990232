"""Words that decide whether two titles are one: small words, opposites, near words, columns.

Everything is folded: lower case, no accents. A pair is written `one/other`.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in text.split())


SMALL_WORDS = _words("a an the and")

FUNCTION_WORDS = _words(
    "about across after against among an and as at beyond by for from in into its of on or our"
    " over per that their through to toward under upon using via when with within your"
)

#: Words that say what kind of contribution a title stands for: "(Panel Abstract)".
NOTE_WORDS = _words(
    "abstract book demo demonstration description edition editor editorial editors"
    " experience extended foreword full guest industrial introduction invited keynote long only"
    " panel paper poster preliminary preprint report review s session short summary talk"
    " tutorial version"
)

#: With these, a title is that of another text of the same work: "(German Translation)".
LANGUAGES = _words(
    "arabic chinese czech danish dutch english finnish french german greek hebrew hindi hungarian"
    " italian japanese korean latin norwegian persian polish portuguese romanian russian spanish"
    " swedish turkish ukrainian vietnamese"
)
TEXTS = _words("translation version edition")

#: Of a work that says so and came out in another year there is more than in the other.
EXTENSIONS = _words("extended full journal long revised version")

#: What pages set before a title.
LABELS = _words("abstract citation paper title")

#: What stands around a title in a citation of it: where it was printed, and by whom.
CITATION_WORDS = _words(
    "acm bulletin conf conference congress ed eds ieee int intl international journal letters lncs"
    " pages page pp proc proceeding proceedings publisher rept springer symp symposium tech"
    " technical tr trans univ university usa verlag vol volume workshop vldb sigmod icde icml nips"
    " neurips iclr cvpr aaai kdd acl citeseer"
)

#: Around the title of a work they make another work: "Comments on …", "…, revisited".
OTHER_WORK_WORDS = _words(
    "addendum answer comment comments commentary continued correction corrections corrigendum"
    " discussion errata erratum followup note part rebuttal reconsidered rejoinder reply response"
    " retraction review revisited sequel supplement translated translation update volume workshop"
)

#: A title made of these alone is a column or a part of proceedings, printed in many issues.
GENERIC_WORDS = _words(
    "abstract abstracts acknowledgement acknowledgements acknowledgment acknowledgments addendum"
    " address afterword and announcement announcements appendix at author back background board"
    " book by call career chair chairman chairs co column comment comments committee committees"
    " conclusion conclusions conference contents contribution contributions contributors copyright"
    " correction corrections corrigendum cover demo demonstration demonstrations demos details"
    " discussion editor editorial editors endowment errata erratum for foreword forum from front"
    " general guest highlights ieee acm in index information interview introduction introductory"
    " invited issue journal keynote keynotes letter letters list matter memoriam message messages"
    " new news newsletter note notes obituary of on opening organization organizers outline"
    " overview page panel panels paper papers participants plenary poster posters preface"
    " president presentation prize proceedings program programme publisher reader readers regular"
    " rejoinder reply report reports response review reviewers reviews remarks s section secretary"
    " sections session sessions short special speech sponsors standards statement summary"
    " supplement supplementary survey surveys table talk talks thanks the this title to"
    " transactions treasurer tutorial tutorials volume welcome work workshop workshops"
    " chairmans chairmen treasurers presidents"
)

#: Beginnings that turn a word into another or into its opposite.
PREFIXES = _words(
    "a ab ad an anti auto bi co com con contra de dis down en ex ext extra hetero homo hyper hypo"
    " il im in inter intra ir macro mega meta micro mini mis mono multi non omni out over para"
    " poly post pre pro pseudo quasi re self semi single sub super syn trans tri ultra un under uni"
    " up"
)

OPPOSITES = _pairs(
    "image/video discrete/continuous encoder/decoder local/global online/offline forward/backward"
    " upper/lower minimum/maximum minimal/maximal minimization/maximization minimizing/maximizing"
    " left/right positive/negative static/dynamic input/output linear/nonlinear"
    " parametric/nonparametric convex/concave convex/nonconvex sparse/dense early/late strong/weak"
    " strongly/weakly short/long internal/external source/target shallow/deep active/passive"
    " increasing/decreasing hard/soft optimistic/pessimistic ascending/descending smaller/larger"
    " public/private inductive/transductive top/bottom vertical/horizontal"
)

#: Near in letters, and both known words: no typo, another title.
CONFUSABLE = _pairs(
    "adaption/adoption adaptive/adoptive affect/effect analog/analogy angel/angle base/basis"
    " base/bias base/bayes basis/bias basis/bayes casual/causal clustered/cluttered"
    " collection/correction comparing/computing competing/computing competition/composition"
    " competition/computation complement/compliment composition/computation"
    " conservation/conversation contact/context content/context convection/convention"
    " convention/conviction cooperation/corporation connection/correction connection/collection"
    " dairy/diary deduction/detection deletion/detection deletion/dilation detection/detention"
    " detection/direction diffraction/diffusion discreet/discrete evaluation/evolution"
    " expansive/expensive expansive/extensive factor/factory generic/genetic genetic/generative"
    " inference/interference intension/intention intensional/intentional interaction/interception"
    " interaction/iteration internal/interval laser/layer marital/martial marked/market"
    " mental/metal migration/mitigation minimal/minimax modality/morality mobility/modality"
    " moral/morale motion/notion optical/optimal ordinal/original parsing/passing"
    " particle/practical perceptual/perpetual personal/personnel perspective/prospective"
    " phase/phrase planning/planting planning/pruning polarization/popularization"
    " population/pollution predication/prediction prediction/production"
    " prevention/precision principal/principle processing/progressing projection/protection"
    " production/protection quiet/quite ranking/rating rational/relational reaction/relation"
    " reflection/refraction regression/repression related/relaxed resolution/revolution"
    " retrieval/reversal sampling/scaling section/selection sensor/sensory signal/single"
    " sample/simple simple/simplex simulated/stimulated simulation/stimulation spatial/special"
    " spatial/spectral special/spectral stationary/stationery statue/statute string/strong"
    " summarization/summation through/thorough topical/tropical topological/typological"
    " tracing/training trading/training transaction/transition transaction/translation"
    " transition/translation transfer/transform trail/trial united/untied validation/valuation"
    " valuable/variable variance/variant virtual/visual vision/version while/whole"
)

#: Endings that make another word of one stem: learned and learning are not one word.
ENDINGS = _words(
    "ations ation ators ator ative ating ated ates ional ions ion ings ing ers er ors or ed es"
    " ives ive ical ics ic ally ality als al ities ity ness ments ment ables able ably ibles ible"
    " ances ance ants ant ences ence ents ent ists ist isms ism izers izer ized ize izing ly e"
)
