"""arXiv ids: one form, whatever they are copied from."""

from __future__ import annotations

import pytest

from generator.values.arxiv import arxiv_month, normal_arxiv


@pytest.mark.parametrize(
    ("text", "arxiv"),
    [
        ("hep-th/9711200v2", "hep-th/9711200"),
        ("https://arxiv.org/abs/cmp-lg/9808001v1", "cmp-lg/9808001"),
        ("cs.CL/0508053", "cs/0508053"),
        ("https://arxiv.org/pdf/2101.00011v1.pdf", "2101.00011"),
        ("arXiv:2101.00012", "2101.00012"),
        ("https://arxiv.org/html/2101.00013v2", "2101.00013"),
        ("arXiv:2101.00014 [cs.CL]", "2101.00014"),
        ("https://arxiv.org/abs/2101.00015?context=cs", "2101.00015"),
        ("https://huggingface.co/papers/2101.00016", "2101.00016"),
        ("https://doi.org/10.48550/arXiv.2101.00017", "2101.00017"),
        ("arxiv.org/abs/2101.00018", "2101.00018"),
        ("arXiv:2101.00014v2 [cs.CL] 3 Jan 2021", "2101.00014"),
        ("arXiv preprint arXiv:2101.00014", "2101.00014"),
        ("arXiv preprint arXiv:2101.00014, 2021", "2101.00014"),
        ("CoRR abs/2101.00014", "2101.00014"),
        ("CoRR, abs/2101.00014", "2101.00014"),
        ("abs/2101.00014", "2101.00014"),
        ("oai:arXiv.org:2101.00014", "2101.00014"),
        ("arXiv.org:2101.00014", "2101.00014"),
        ("arxiv.2101.00014", "2101.00014"),
        ("10.48550/ARXIV.2101.00014v3", "2101.00014"),
        ("10.48550/arXiv.cs/0508053", "cs/0508053"),
        ("doi:10.48550/arXiv.2101.00014", "2101.00014"),
        ("arXiv: 2101.00014", "2101.00014"),
        ("arXiv 2101.00014", "2101.00014"),
        ("ARXIV:2101.00014V2", "2101.00014"),
        ("[2101.00014] Counting sheep", "2101.00014"),
        ("2101.00014.pdf", "2101.00014"),
        ("2101.00014v3.pdf", "2101.00014"),
        ("2101.00014.", "2101.00014"),
        ("arXiv:cs.CL/0508053v1", "cs/0508053"),
        ("arXiv:math/0309136", "math/0309136"),
        ("math.GT/0309136", "math/0309136"),
        ("cond-mat.stat-mech/0309136", "cond-mat/0309136"),
        ("http://export.arxiv.org/abs/0704.0001", "0704.0001"),
        ("https://www.arxiv.org/pdf/2101.00014", "2101.00014"),
        ("https://browse.arxiv.org/abs/2101.00014", "2101.00014"),
        ("https://browse.arxiv.org/html/2101.00014v1/", "2101.00014"),
        ("https://arxiv.org/html/2101.00013v2#S3.SS1", "2101.00013"),
        ("https://arxiv.org/format/2101.00013", "2101.00013"),
        ("https://arxiv.org/src/2101.00013v1", "2101.00013"),
        ("https://arxiv.org/ps/cs/0508053", "cs/0508053"),
        ("https://arxiv.org/e-print/2101.00013", "2101.00013"),
        ("http://xxx.lanl.gov/abs/hep-th/9711200", "hep-th/9711200"),
        ("https://arxiv.org/ftp/arxiv/papers/2101/2101.00014.pdf", "2101.00014"),
        ("https://arxiv.org/abs/arXiv:2101.00014", "2101.00014"),
        ("https://hf.co/papers/2101.00016", "2101.00016"),
        ("https://huggingface.co/papers/2101.00016#community", "2101.00016"),
        ("https://www.alphaxiv.org/abs/2101.00014v1", "2101.00014"),
        ("https://alphaxiv.org/pdf/2101.00014", "2101.00014"),
        ("https://ar5iv.org/abs/2101.00014", "2101.00014"),
        ("https://ar5iv.labs.arxiv.org/html/2101.00014", "2101.00014"),
        ("https://www.arxiv-vanity.com/papers/2101.00014/", "2101.00014"),
        ("https://scirate.com/arxiv/2101.00014", "2101.00014"),
        ("https://www.semanticscholar.org/arxiv/2101.00014", "2101.00014"),
        ("https://papers.cool/arxiv/2101.00014", "2101.00014"),
        ("https://dblp.org/rec/journals/corr/abs-2101-00014", "2101.00014"),
        ("https://dblp.org/rec/journals/corr/abs-2101-00014.html", "2101.00014"),
        ("https://www.google.com/url?q=https://arxiv.org/abs/2101.00014&sa=D", "2101.00014"),
        ("https://arxiv-org.ezproxy.example.edu/abs/2101.00014", "2101.00014"),
        ("arXiv:2101\u200b.00014", "2101.00014"),
        ("\\url{https://arxiv.org/abs/2101.00014}", "2101.00014"),
        ("https://arxiv.org/abs/2101.00014).", "2101.00014"),
        ("https://arxiv.org/abs/2101.00014v2.", "2101.00014"),
        ("https://arxiv.org/pdf/hep-th%2F9711200", "hep-th/9711200"),
        ("https://arxiv.org/pdf/2101.00014.pdf?download=1", "2101.00014"),
        ("arXiv:2101.00014 (2021)", "2101.00014"),
        ("http://arxiv.org/abs/arXiv:1706.00001v5", "1706.00001"),
        ("eprint arXiv:1706.00001", "1706.00001"),
    ],
)
def test_an_arxiv_id_has_one_form_however_it_is_pasted(text: str, arxiv: str) -> None:
    found = normal_arxiv(text)
    assert found == arxiv
    assert found is not None
    assert normal_arxiv(found) == found


@pytest.mark.parametrize(
    "text",
    [
        "2401.012",
        "2401.0123456",
        "٢٤٠١.01234",
        "",
        "papers/1234567",
        "https://paperswithcode.com/paper/sheep",
        "arXiv:2101.00014 and arXiv:2102.00015",
        "https://arxiv.org/list/cs.CL/2101",
        "https://huggingface.co/datasets/x/2101.00014",
        "https://github.com/x/2101.00014",
        "10.1145/2101.00014",
        "https://example.org/abs/2101.00014",
        "2101.00014/abc",
        "https://arxiv.org/",
        "https://huggingface.co/papers",
        "https://arxiv.org.example.net/abs/2401.01234",
    ],
)
def test_what_holds_no_arxiv_id_or_several_is_none(text: str) -> None:
    assert normal_arxiv(text) is None


@pytest.mark.parametrize(
    ("value", "month"),
    [
        ("1706.03762", (2017, 6)),
        ("0704.0001", (2007, 4)),
        ("cs/0301012", (2003, 1)),
        ("hep-th/9108001", (1991, 8)),
        ("2313.01234", None),
        ("math/0300001", None),
        ("nonsense", None),
        ("17", None),
    ],
)
def test_an_arxiv_id_tells_its_month(value: str, month: tuple[int, int] | None) -> None:
    assert arxiv_month(value) == month
