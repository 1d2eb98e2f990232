"""What was published leads on, or says that it went: papers, topics, authors and venues."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.explain import explain_paper, find_papers, gone_at
from tests.published import TOPICS, Published, leads

SHEEP = "title={Counting Sheep}, author={Ada Quill and Bo Ram}, year={2020}, journal={Wool Review}"
DOGS = "title={Herding by Gradient}, author={Cy Dray}, year={2021}, doi={10.1234/herding}"


@pytest.fixture
def published(tmp_path: Path) -> Published:
    """A catalogue of two papers, published once."""
    found = Published(tmp_path)
    found.bibliography(SHEEP, DOGS)
    found.publish()
    assert not found.told()
    return found


def test_what_did_not_change_is_said_nothing_of_and_stays_byte_by_byte(
    published: Published,
) -> None:
    before = (published.catalogue / "addresses.yml").read_bytes()
    decided = published.publish()
    assert not published.told()
    assert not decided.catalogue.gone
    assert (published.catalogue / "addresses.yml").read_bytes() == before


def test_renamed_record_leads_on_by_its_identifier_and_by_its_title(tmp_path: Path) -> None:
    published = Published(tmp_path)
    published.records(
        one="title: Counting Sheep\nidentifiers: {arxiv: '2401.00001'}", two="title: On Wool"
    )
    published.publish()
    published.records(
        eins="title: Sheep, Counted\nidentifiers: {arxiv: '2401.00001'}", zwei="title: On wool"
    )
    decided = published.publish()
    assert leads(decided, "papers/one") == ("papers/eins",)
    assert leads(decided, "papers/two") == ("papers/zwei",)
    assert published.told("note: catalogue/addresses.yml:4", "papers/one/ leads on to papers/eins/")
    published.publish()
    assert not published.told()


@pytest.mark.parametrize(
    ("entry", "now"),
    [
        (DOGS.replace("Gradient", "Gradients and Whistles"), "herding-by-gradients-and-whistles"),
        (DOGS.replace("Gradient", "Gradeint").replace("doi={10.1234/herding}", ""), ""),
    ],
)
def test_corrected_title_leads_on(published: Published, entry: str, now: str) -> None:
    published.bibliography(SHEEP, entry)
    decided = published.publish()
    assert leads(decided, "papers/herding-by-gradient") == (
        f"papers/{now or 'herding-by-gradeint'}",
    )


def test_address_that_moved_twice_leads_to_where_the_paper_is_now(published: Published) -> None:
    for title in ("Hirding by Gradient", "Hirding with Gradients", "Driving Sheep"):
        published.bibliography(SHEEP, DOGS.replace("Herding by Gradient", title))
        decided = published.publish()
    for old in ("herding-by-gradient", "hirding-by-gradient", "hirding-with-gradients"):
        assert leads(decided, f"papers/{old}") == ("papers/driving-sheep",)


def test_merged_papers_lead_to_the_one_that_stays_and_back_when_split(
    published: Published,
) -> None:
    published.write("decisions.yml", "same: [{papers: [counting-sheep, herding-by-gradient]}]\n")
    decided = published.publish()
    assert leads(decided, "papers/herding-by-gradient") == ("papers/counting-sheep",)
    assert published.told("papers/herding-by-gradient/ leads on to papers/counting-sheep/")
    published.write("decisions.yml", "same: []\n")
    decided = published.publish()
    assert leads(decided, "papers/herding-by-gradient") == ("papers/herding-by-gradient",)
    assert not decided.ledger.papers["herding-by-gradient"].to


def test_split_paper_leads_to_both(tmp_path: Path) -> None:
    published = Published(tmp_path)
    wool = "title={On Wool}, author={Ada Quill}, year={%d}, journal={%s}"
    published.bibliography(wool % (2020, "Wool Review"), wool % (2020, "Wool Review"))
    published.publish()
    published.bibliography(wool % (2020, "Wool Review"), wool % (2024, "Yarn Letters"))
    published.write("decisions.yml", "different: [{papers: ['refs.bib:1', 'refs.bib:2']}]\n")
    decided = published.publish()
    assert leads(decided, "papers/on-wool") == ("papers/on-wool-2020", "papers/on-wool-2024")


def test_new_paper_does_not_get_the_former_address_of_another(published: Published) -> None:
    published.bibliography(SHEEP, DOGS.replace("Herding by Gradient", "Driving Sheep"))
    published.publish()
    other = "title={Herding by Gradient}, author={Eve Lamb}, year={2026}, doi={10.1234/other}"
    published.bibliography(SHEEP, DOGS.replace("Herding by Gradient", "Driving Sheep"), other)
    decided = published.publish()
    assert leads(decided, "papers/herding-by-gradient") == ("papers/driving-sheep",)
    assert "herding-by-gradient-2026" in decided.catalogue.by_id


def test_record_at_the_address_of_another_paper_is_warned_of(published: Published) -> None:
    published.records(herding_by_gradient="title: A Treatise on Hats\nauthors: [Eve Lamb]")
    decided = published.publish()
    told = published.told("papers/herding-by-gradient/ was published for")
    assert "papers/herding-by-gradient.yml" in told[0]
    assert "which is now papers/herding-by-gradient-2021/" in told[0]
    assert "herding-by-gradient-2021" in decided.catalogue.by_id


def test_removed_paper_is_a_warning_until_a_person_says_why(published: Published) -> None:
    published.bibliography(DOGS)
    for _ in range(2):
        decided = published.publish()
        assert leads(decided, "papers/counting-sheep") == ()
        assert published.told("warning", "papers/counting-sheep/ was published for", "withdrawn:")
    assert decided.catalogue.gone["papers/counting-sheep"].name == "Counting Sheep"
    assert {"authors/ada-quill", "authors/bo-ram", "venues/wool-review"} < set(
        decided.catalogue.gone
    )
    published.write(
        "decisions.yml",
        "withdrawn: [{address: papers/counting-sheep/, on: 2026-11-28, why: Not of sheep.}]\n",
    )
    gone = published.publish().catalogue.gone["papers/counting-sheep"]
    assert (str(gone.on), gone.why) == ("2026-11-28", "Not of sheep.")
    assert not published.told("warning")


def test_withdrawn_paper_is_left_out_wherever_it_is_read(published: Published) -> None:
    published.write(
        "decisions.yml",
        "withdrawn:\n- {address: 'https://example.org/wool/papers/herding-by-gradient/', why: x}\n",
    )
    for title in ("Herding by Gradient", "Herding by Gradients"):
        published.bibliography(SHEEP, DOGS.replace("Herding by Gradient", title))
        decided = published.publish()
        assert set(decided.catalogue.by_id) == {"counting-sheep"}
        assert decided.merged.left_out == 1
        assert decided.catalogue.gone["papers/herding-by-gradient"].why == "x"
    published.write("decisions.yml", "withdrawn: []\n")
    published.bibliography(SHEEP, DOGS)
    decided = published.publish()
    assert "herding-by-gradient" in decided.catalogue.by_id
    assert not [address for address in decided.catalogue.gone if "papers/" in address]


def test_topic_with_another_slug_or_name_leads_on(published: Published) -> None:
    published.write(
        "topics.yml",
        TOPICS.replace("slug: herding", "slug: dogs")
        .replace("name: Counting", "name: Countings")
        .replace("slug: counting", "slug: numbers"),
    )
    decided = published.publish()
    assert leads(decided, "topics/herding") == ("topics/dogs",)
    assert leads(decided, "topics/counting") == ("topics/numbers",)


def test_topic_that_went_is_a_warning_and_leads_where_a_person_says(published: Published) -> None:
    published.write("topics.yml", TOPICS.replace("Herding, slug: herding", "Law, slug: law"))
    decided = published.publish()
    assert leads(decided, "topics/herding") == ()
    assert published.told("warning", "topics/herding/ was published", "moved:")
    published.write("decisions.yml", "moved: [{from: topics/herding/, to: topics/law/}]\n")
    decided = published.publish()
    assert leads(decided, "topics/herding") == ("topics/law",)
    assert not published.told("warning")


def test_author_with_another_name_leads_on(published: Published) -> None:
    published.bibliography(SHEEP.replace("Bo Ram", "Bob Ramm"), DOGS.replace("Cy", "Cyrus"))
    decided = published.publish()
    assert leads(decided, "authors/bo-ram") == ("authors/bob-ramm",)
    assert leads(decided, "authors/cy-dray") == ("authors/cyrus-dray",)
    published.bibliography(SHEEP.replace("Bo Ram", "Robert Ramm"), DOGS)
    decided = published.publish()
    assert leads(decided, "authors/bob-ramm") == ("authors/robert-ramm",)
    assert leads(decided, "authors/bo-ram") == ("authors/robert-ramm",)


def test_other_author_in_the_same_place_is_not_who_was_there(published: Published) -> None:
    published.bibliography(SHEEP.replace("Bo Ram", "Xenia Zwick"), DOGS)
    decided = published.publish()
    assert leads(decided, "authors/bo-ram") == ()
    assert published.told("note", "authors/bo-ram/ was published, and nobody has it now")
    published.publish()
    assert not published.told()


def test_venue_that_a_table_knows_by_another_address_leads_on(published: Published) -> None:
    published.write(
        "venues.yml",
        "venues: [{slug: raw, name: Wool and More, kind: journal, spellings: [Wool Review]}]\n",
    )
    decided = published.publish()
    assert leads(decided, "venues/wool-review") == ("venues/raw",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("withdrawn: [{address: papers/counting-ships/, why: x}]", "was never published"),
        ("withdrawn: [{address: topics/counting/, why: x}]", "is the address of a page"),
        ("moved: [{from: papers/counting-sheep/, to: papers/x/}]", "is the address of a page"),
    ],
)
def test_decision_that_changes_nothing_is_warned_of(
    published: Published, text: str, told: str
) -> None:
    published.write("decisions.yml", text + "\n")
    published.publish()
    assert published.told("warning: catalogue/decisions.yml:1", told)


def test_of_many_authors_the_number_is_told(published: Published) -> None:
    names = [f"Ada{chr(97 + n // 26)}{chr(97 + n % 26)} Quill{n:03}" for n in range(30)]
    many = "title={On Crowds}, author={%s}, year={2020}"
    published.bibliography(SHEEP, DOGS, many % " and ".join(names))
    published.publish()
    published.bibliography(SHEEP, DOGS)
    published.publish()
    assert len(published.told("authors/")) == 10
    assert published.told("and 20 more such addresses")


def test_a_former_address_is_explained(published: Published) -> None:
    published.bibliography(DOGS.replace("Herding by Gradient", "Driving Sheep"))
    published.write(
        "decisions.yml",
        "withdrawn: [{address: papers/counting-sheep/, on: 2026-11-28, why: Not of sheep.}]\n",
    )
    decided = published.publish()
    (paper,) = find_papers(decided.catalogue, "papers/herding-by-gradient/")
    assert paper.id == "driving-sheep"
    assert "addresses that lead here: herding-by-gradient" in explain_paper(
        decided.catalogue, decided.merged, paper
    )
    assert gone_at(decided.catalogue, "counting-sheep") == (
        'papers/counting-sheep/ was published for "Counting Sheep"; it was taken out on 2026-11-28:'
        " Not of sheep."
    )
    assert not gone_at(decided.catalogue, "papers/driving-sheep/")
