"""What columns of tables and keys of plain objects are called, and what we call them.

A name is looked up without case, blanks and signs: "Publication Year", `publication_year`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIGNS = re.compile(r"[\W_]+")
#: No name of a column is longer.
_LONGEST = 500

#: Names of columns, best first, by our names of fields and of kinds of identifiers. Those of two
#: letters are the tags of Web of Science's tables.
_COLUMNS = {
    "title": (
        "title papertitle articletitle documenttitle publicationtitlename displayname ti"
        " primarytitle titleprimary worktitle paper papername name titel titre título titulo"
        " titolo название заглавие 标题 題名 题名 篇名 论文标题 タイトル 論文名 제목"
    ),
    "authors": (
        "authorfullnames af authors author authorsname authornames authorlist authorsprimary"
        " authorship authorshipsrawauthorname authorshipsauthordisplayname au rawauthorname"
        " byauthors authorss creators creator writers writtenby autor autoren autorin auteur"
        " auteurs autores autore autori автор авторы 作者 著者 저자"
    ),
    "editors": "editor editors authorssecondary bookeditors be ed herausgeber redacteurs",
    "year": (
        "publicationyear year pubyear yearofpublication publishedyear py yearpublished date"
        " publicationdate publisheddate publishdate published datepublished pubdate datereleased"
        " releasedate issued coverdate onlinedate jahr année annee año ano anno jaar"
        " год 年份 年 发表年份 出版年 연도"
    ),
    "venue": (
        "publicationtitle sourcetitle journalbook journalname journaltitle"
        " sourcetitleanthologytitle journal venue booktitle proceedingstitle so"
        " primarylocationsourcedisplayname hostvenuedisplayname containertitle publicationvenue"
        " publication publishedin proceedings conferencejournal journalconference venueyear"
        " venuenoyear conference source zeitschrift revue revista rivista tijdschrift periódico"
        " periodico журнал 期刊 刊名 来源 文献来源 会议 雑誌"
        " 저널 secondarytitle publishedat periodicalfull"
        " journalabbreviation abbreviatedsourcetitle periodicalabbrev titlesecondary"
    ),
    "event": "conferencename conferencetitle eventtitle meetingname eventname ct",
    "publisher": (
        "publisher pu university institution school verlag éditeur editorial издательство 出版社"
    ),
    "volume": "volume vol vl bibliovolume band том 卷",
    "issue": "issue issueno issuenumber is biblioissue heft 期",
    "pages": "pages page pagerange pagination pp seiten páginas paginas страницы 页码",
    "language": "language languageoforiginaldocument la lang sprache langue idioma язык 语言",
    "abstract": (
        "abstractnote abstract ab abstracttext zusammenfassung résumé resume resumen resumo"
        " riassunto аннотация 摘要 初録"
    ),
    "keywords": (
        "authorkeywords de keywords keyword manualtags automatictags tags topics subjects"
        " keywordsdisplayname schlagwörter motsclés motscles palabrasclave palavraschave"
        " parolechiave ключевыеслова 关键词 关键字"
    ),
    "status": "status",
    "type": (
        "itemtype documenttype publicationtype entrytype referencetype dt documentidentifier"
        " typecrossref type genre pt dokumenttyp"
    ),
    "citation_key": "citationkey bibtexkey bibtexname citekey citation_key bibkey",
    "doi": "doi di doilink articledoi doiurl idsdoi bookdoi d2",
    "arxiv": "arxiv arxivid arxivnumber arxivurl arxivlink eprint",
    "openreview": "openreview openreviewid openreviewurl openreviewlink",
    "acl": "acl aclid aclanthology anthologyid aclanthologyid",
}
COLUMNS = {field: tuple(names.split()) for field, names in _COLUMNS.items()}

#: Columns that hold addresses, by the kinds of `link.KINDS`.
_ADDRESSES = {
    "paper": (
        "url link paper paperlink paperurl articleurl primaryurl linktopaper linkattachments"
        " website landingpage abstracturl bestoalocationlandingpageurl"
        " primarylocationlandingpageurl externalurl weblink fulltexturl fulltextlink oaurl"
        " openaccessoaurl href html ссылка 链接 リンク enlace lien adresse"
    ),
    "pdf": ("pdf pdflink pdfurl openaccesspdf primarylocationpdfurl bestoalocationpdfurl paperpdf"),
    "code": (
        "code github codelink codeurl repository repo githublink githuburl sourcecode"
        " repositoryurl repourl coderelease codereleaselink"
    ),
    "data": "data dataset datalink dataurl datasetlink dataseturl",
    "project": (
        "project projectpage projectwebpage projectwebpagelink projectwebsite projectlink"
        " projecturl demo homepage"
    ),
    "video": "video videolink videourl talk talkvideo youtube recording",
}
ADDRESSES = {kind: tuple(names.split()) for kind, names in _ADDRESSES.items()}

#: Columns that are parts of a field: the first and last page, the number of an article, the day.
FIRST_PAGE = ("pagestart", "startpage", "firstpage", "bibliofirstpage", "bp", "sp")
LAST_PAGE = ("pageend", "endpage", "lastpage", "bibliolastpage", "ep")
ARTICLE = ("artno", "articlenumber", "artnumber", "ar", "elocationid")
MONTH = ("month", "publicationmonth", "publishedmonth", "pubmonthday", "pd", "monat", "mois")
DAY = ("day", "publicationday")
#: Numbers of PubMed's.
PMID = ("pmid", "pubmedid", "pm")
PMCID = ("pmcid", "pmc")
#: Whether it was retracted, as "true".
RETRACTED = ("isretracted", "retracted")
#: Lines `Name: value` for what has no column.
EXTRA = ("extra",)
#: Columns that hold what their field is only where no other column does.
IN_WANT = frozenset(
    "paper name papername displayname source conference publication proceedings type genre"
    " tags topics subjects school institution university editorial".split()
)
#: Columns that are a title only where there is no better one, and an address where there is.
_IN_DOUBT = frozenset(("paper", "name", "papername", "displayname"))


def column_name(name: str) -> str:
    """Return the name of a column as the tables have it.

    What stands in brackets behind a name is an explanation: "Authors (first name first)".
    """
    whole = _SIGNS.sub("", name[:_LONGEST]).casefold()
    if whole in _KNOWN or " (" not in name:
        return whole
    short = _SIGNS.sub("", name[:_LONGEST].partition(" (")[0]).casefold()
    return short if short in _KNOWN else whole


def named(names: Iterable[str], wanted: Iterable[str]) -> tuple[int, ...]:
    """Return the places of columns that have one of the names wanted, the best name first."""
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        places.setdefault(name, []).append(place)
    found = [name for name in wanted if name in places]
    told = [name for name in found if name not in IN_WANT] or found[:1]
    return tuple(place for name in told for place in places[name])


_TITLES = frozenset(COLUMNS["title"])
_KNOWN = frozenset(
    name for group in (COLUMNS, ADDRESSES) for names in group.values() for name in names
)
#: Names that people have for other things than papers as well; they alone tell nothing.
_ANYTHING = frozenset(
    "name link url date status type number no source tags code data project website ed be is pt"
    " description topics adresse paper".split()
)


#: Fields of which one stands in every object that is a paper alone, not in a list.
_OF_PAPERS = frozenset(
    name for field in ("year", "venue", "abstract", "doi", "arxiv") for name in COLUMNS[field]
)
_MAKERS = frozenset(COLUMNS["authors"])


def tells_a_paper(names: Iterable[str], *, alone: bool) -> bool:
    """Whether keys are of an object that is a paper.

    An object `alone`, which may be a program's settings, needs authors and more beside a title.
    """
    found = set(names)
    has_title = bool(found & (_TITLES - _IN_DOUBT))
    if alone:
        return has_title and bool(found & _MAKERS) and bool(found & _OF_PAPERS)
    return has_title and tells_papers(found)


def tells_papers(names: Iterable[str]) -> bool:
    """Whether columns are of a table of papers: a title, and another that tables of papers have."""
    found = set(names)
    titles = found & _TITLES
    others = (found & _KNOWN) - titles
    return bool(titles - _IN_DOUBT and others) or bool(titles and others - _ANYTHING)
