from __future__ import annotations

import pytest

from generator.merge.venue_names import same_venue_names
from generator.values.text import Text
from generator.values.venue import Venue

SAME = """
VLDB | Very Large Data Bases
VLDB | Proc. 23rd Very Large Databases
VLDB | In Proc. of VLDB, Athens, Greece
SIGMOD Conference | International Conference on Management of Data
SIGMOD Conference | Sigmod Conf.
SIGMOD Record | Sigmod Rec
ACM Trans. Database Syst. | ACM Transactions on Database Systems (TODS)
ACM TODS | ACM Trans. Database Syst.
ICDE | Proc. of the 12th Int'l Conf. on Data Engineering
ICML | International Conference on Machine Learning
NIPS | Adv. in Neural Inf. Proc. Systems
NeurIPS | Advances in Neural Information Processing Systems 12
CVPR | IEEE Conf. on Computer Vision and Pattern Recognition
ACL | Annual Meeting of the Association for Computational Linguistics
J. Mach. Learn. Res. | Journal of Machine Learning Research
JMLR | Journal of Machine Learning Research
IEEE Trans. Knowl. Data Eng. | IEEE Transactions on Knowledge and Data Engineering
PODS | Principles of Database Systems
AAAI | Proceedings of the Thirty-Second AAAI Conference on Artificial Intelligence
IJCAI | International Joint Conference on Artificial Intelligence
PNAS | Proceedings of the National Academy of Sciences
KDD | ACM SIGKDD
Journal of Invented Sheep | J. Invented Sheep, 12(3)
"""
OTHER = """
Nature | Science
ICLR | ICML
VLDB | SIGMOD Conference
ICDE | International Conference on Management of Data
ICML | Machine Learning
ACM Trans. Database Syst. | ACM Trans. Inf. Syst.
Information Systems | Information Sciences
ECCV | CVPR
Neural Networks | Neural Computation
ACL | EACL
ICCV | European Conference on Computer Vision
"""
SILENT = """
VLDB | ACM Press New York, NY, USA
VLDB | Morgan Kaufmann
VLDB | arXiv
VLDB |
Proceedings | Conference Proceedings
"""


def pairs(table: str) -> list[tuple[Venue, Venue]]:
    rows = [line.partition("|") for line in table.strip().splitlines()]
    return [(Venue(Text(a.strip())), Venue(Text(b.strip()))) for a, _, b in rows]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [(*pair, True) for pair in pairs(SAME)]
    + [(*pair, False) for pair in pairs(OTHER)]
    + [(*pair, None) for pair in pairs(SILENT)],
    ids=str,
)
def test_venues_are_told_by_acronyms_initials_and_abbreviations(
    a: Venue, b: Venue, same: bool | None
) -> None:
    assert same_venue_names(a, b) is same
    assert same_venue_names(b, a) is same


def test_hostile_names_of_venues_cost_little() -> None:
    for name in ("A" * 100_000, "a b " * 50_000, "(" * 100_000, "VLDB " * 20_000):
        assert same_venue_names(Venue(Text(name)), Venue(Text("Very Large Data Bases"))) in (
            True,
            False,
            None,
        )
