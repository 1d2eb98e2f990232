"""Papers of one venue are together, whether a table knows it or not."""

from __future__ import annotations

import pytest

from generator.model import KnownVenue
from generator.venues import Venues, venues
from tests.given import paper


def published(*names: str) -> Venues:
    """Return the venues of papers a, b, c … with these names of venues."""
    return venues([paper(chr(97 + at), "Counting sheep", venue=n) for at, n in enumerate(names)])


def only(*names: str) -> KnownVenue:
    (venue,) = published(*names).venues
    return venue


ONE = [
    ("Conference on Sheep", "Proceedings of the 3rd Conference on Sheep"),
    ("Conference on Sheep", "CONFERENCE ON SHEEP 2019"),
    ("Conference on Sheep", "Conference on Sheep, Oslo, Norway, June 3-5, 2019"),
    ("Conference on Sheep", "Fourth Annual Conference on Sheep"),
    ("Conference on Sheep", "In Proc. of the Conference on Sheep, Volume 2"),
    ("Conference on Sheep (CoSh)", "CoSh 2019"),
    ("Conference on Sheep (CoSh)", "CoSh '19: Proceedings of the 2nd Conference on Sheep"),
    ("Conference on Sheep (CoSh 2018)", "Conference on Sheep, COSH 2019, Oslo"),
    ("Journal of Tea & Kettles", "The Journal of Tea and Kettles, vol. 3, no. 2"),
    ("Journal of Tea Research", "J. Tea Res."),
    ("Journal of Tea : JTea", "Journal of Tea"),
    ("Journal of Tea : official publication of the Sheep", "Journal of Tea"),
    ("Workshop on Sheep", "Proceedings of the First Workshop on Sheep"),
    ("Symposium on Wool, Milk, and Cheese", "3rd Symposium on Wool, Milk and Cheese, Oslo"),
    ("羊学报", "羊学报 2019"),
    ("NeurIPS", "NIPS 2016"),
    ("CVPR Workshops", "CVPRW 2019"),
    ("NeurIPS Workshop on Wool", "NIPS 2016 Wool Workshop"),
]
TWO = [
    ("Conference on Sheep", "Symposium on Sheep"),
    ("Conference on Sheep", "Conference on Goats"),
    ("Conference on Sheep", "Workshop on Sheep"),
    ("Conference on Sheep", "Journal of Sheep"),
    ("Journal of Sheep", "International Journal of Sheep"),
    ("Frontiers in Sheep", "Frontiers of Sheep"),
    ("Conference on Cloud Brewing (CLOUD)", "Conference on Clear Tea (CLOUD)"),
    ("ICML", "ICML Workshop on Wool"),
    ("ICML Workshop on Wool", "ICML Workshop on Milk"),
    ("ICML Workshop on Wool", "ICLR Workshop on Wool"),
    ("ACL", "Findings of ACL"),
    ("Findings of ACL", "Findings of EMNLP"),
    ("SIGMOD Conference", "SIGMOD Record"),
    ("Sheep A", "Sheep B"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_spellings_of_one_venue_are_one(a: str, b: str) -> None:
    venue = only(a, b, a)
    assert venue.papers == ("a", "b", "c")
    assert venue.spellings == tuple(sorted((a, b)))
    assert only(b, a).slug == only(a, b).slug


@pytest.mark.parametrize(("a", "b"), TWO)
def test_venues_that_only_look_alike_are_two(a: str, b: str) -> None:
    found = published(a, b)
    assert len(found.venues) == 2
    assert found.of["a"] != found.of["b"]


def test_a_known_venue_is_called_as_the_table_calls_it() -> None:
    venue = only("NIPS 2016")
    assert (venue.slug, venue.short, venue.kind) == ("neurips", "NeurIPS", "conference")
    assert venue.name.plain == "Conference on Neural Information Processing Systems"
    assert venue.in_table


def test_another_is_called_as_most_papers_call_it_without_its_year() -> None:
    venue = only("Conf. Sheep Tea", "3rd Conference on Sheep Tea", "Conference on Sheep Tea 2019")
    assert venue.name.plain == "Conference on Sheep Tea"
    assert (venue.slug, venue.kind) == ("conference-on-sheep-tea", "conference")
    assert not venue.in_table


def test_its_acronym_is_its_short_form_and_address() -> None:
    venue = only("Proceedings of the 2nd Conference on Sheep (CoSh 2019)", "COSH")
    assert (venue.slug, venue.name.plain) == ("cosh", "Conference on Sheep")
    assert venue.short in ("CoSh", "COSH")


def test_a_part_names_its_conference_where_that_has_papers() -> None:
    found = published("ICML", "ICML Workshop on Wool", "CVPR Workshops", "Findings of ACL")
    parts = {venue.slug: (venue.part_of, venue.kind, venue.short) for venue in found.venues}
    assert parts == {
        "cvpr-workshops": ("", "workshop", "CVPR Workshops"),
        "findings-of-acl": ("", "conference", "Findings of ACL"),
        "icml": ("", "conference", "ICML"),
        "icml-workshop-wool": ("icml", "workshop", "ICML Workshop on Wool"),
    }


def test_a_series_leaves_it_to_the_proceedings_or_the_event() -> None:
    series = "Lecture Notes in Computer Science"
    found = venues(
        [
            paper("a", "Sheep", venue=series, container_title="Computer Vision – ECCV 2018"),
            paper("b", "Sheep", venue=series, event="15th European Conference on Computer Vision"),
            paper("c", "Sheep", venue=series),
            paper("d", "Sheep", venue="Submitted to ICLR 2025"),
            paper("e", "Sheep"),
        ]
    )
    assert dict(found.of) == {"a": "eccv", "b": "eccv"}


def test_an_unknown_venue_whose_proceedings_are_known_is_that() -> None:
    whole = "Proceedings of the 36th International Conference on Machine Learning"
    found = venues([paper("a", "Sheep", venue="Milking 2019", container_title=whole)])
    assert dict(found.of) == {"a": "icml"}


def test_addresses_do_not_meet() -> None:
    found = published("Conference on Wool (ICML)", "ICML", "Con", "!!!", "index", "所有", "Ⅻ.")
    slugs = [venue.slug for venue in found.venues]
    assert len(set(slugs)) == len(slugs)
    assert all(len(slug) <= 80 and slug not in ("con", "index") for slug in slugs)


def test_the_order_of_papers_says_nothing() -> None:
    names = [name for pair in (*ONE, *TWO) for name in pair]
    papers = [paper(f"p{at:03}", "Sheep", venue=name) for at, name in enumerate(names)]
    assert venues(papers) == venues(papers[::-1])
