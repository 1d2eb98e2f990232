"""PubMed's XML."""

from __future__ import annotations

from tests.unit.sources.services.answers import only, read

ARTICLE = """<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID>1</PMID><Article>
<Journal><JournalIssue><Volume>25</Volume><Issue>3-4</Issue><PubDate>%s</PubDate></JournalIssue>
<Title>Invented journal of sheep</Title><ISOAbbreviation>Inv. J. Sheep</ISOAbbreviation></Journal>
<ArticleTitle>[Counting CO<sub>2</sub> of sheep].</ArticleTitle>
<Pagination><MedlinePgn>195-210</MedlinePgn></Pagination>
<ELocationID EIdType="pii">X1</ELocationID>
<ELocationID EIdType="doi" ValidYN="Y">10.1234/Abc</ELocationID>
<Abstract><AbstractText Label="BACKGROUND">Sheep are many.</AbstractText>
<AbstractText Label="UNLABELLED">Few &lt; many.</AbstractText></Abstract>
<AuthorList><Author><LastName>Example</LastName><ForeName>Ada</ForeName><Initials>A</Initials>
<Identifier Source="ORCID">https://orcid.org/0000-0002-1825-0097</Identifier></Author>
<Author><LastName>Sample</LastName><Initials>B</Initials><Suffix>Jr</Suffix></Author>
<Author><CollectiveName>Flock Study Group</CollectiveName></Author></AuthorList>
<Language>eng</Language><PublicationTypeList><PublicationType>Journal Article</PublicationType>
</PublicationTypeList><VernacularTitle>Schafe.</VernacularTitle></Article>
<KeywordList><Keyword>sheep</Keyword><Keyword>counting.</Keyword></KeywordList>
%s</MedlineCitation></PubmedArticle>"""
DATE = "<Year>2007</Year><Month>Mar</Month><Day>4</Day>"


def _set(date: str = DATE, more: str = "") -> str:
    return (
        f'<?xml version="1.0"?>\n<PubmedArticleSet>\n{ARTICLE % (date, more)}\n</PubmedArticleSet>'
    )


def test_an_article() -> None:
    assert only(_set()) == {
        "title": "Counting CO₂ of sheep",
        "authors": ["Ada Example", "B Sample Jr", "Flock Study Group"],
        "year": "2007-03-04",
        "venue": "Invented journal of sheep",
        "volume": "25",
        "issue": "3-4",
        "pages": "195–210",
        "abstract": "Background: Sheep are many. Few < many.",
        "keywords": ["sheep", "counting"],
        "language": "en",
        "type": "article-journal",
        "doi": "10.1234/abc",
    }


def test_a_date_in_words_and_what_became_of_it() -> None:
    one = '<CommentsCorrections RefType="RetractionIn"/>'
    notice = f"<CommentsCorrectionsList>{one}</CommentsCorrectionsList>"
    values = only(_set("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", notice))
    assert (values["year"][:4], values["status"]) == ("1998", "retracted")


def test_the_form_before_2017() -> None:
    citation = ARTICLE % (DATE, "")
    start, end = citation.index("<MedlineCitation"), citation.index("</PubmedArticle>")
    found = read(f"<MedlineCitationSet>\n{citation[start:end]}\n</MedlineCitationSet>")
    assert (found.titles, found.lines) == (["Counting CO₂ of sheep"], [2])
