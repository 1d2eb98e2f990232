"""DOIs: one form, whatever they are copied from."""

from __future__ import annotations

import pytest

from generator.values.doi import normal_doi


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        (
            "https://doi.org/10.1002/(SICI)0000-0000(209921)14:1%3C3::AID-ABC140%3E3.0.CO;2-K",
            "10.1002/(sici)0000-0000(209921)14:1<3::aid-abc140>3.0.co;2-k",
        ),
        (
            "10.1002/(SICI)0000-0000(209921)14:1&lt;3::AID-ABC140&gt;3.0.CO;2-K",
            "10.1002/(sici)0000-0000(209921)14:1<3::aid-abc140>3.0.co;2-k",
        ),
        (
            "10.1002/(SICI)0000-0000(209921)14:1&amp;lt;3::AID-ABC140&amp;gt;3.0.CO;2-K",
            "10.1002/(sici)0000-0000(209921)14:1<3::aid-abc140>3.0.co;2-k",
        ),
        (
            "10.1002/(SICI)0000-0000(209921)14:1$<$3::AID-ABC140$>$3.0.CO;2-K",
            "10.1002/(sici)0000-0000(209921)14:1<3::aid-abc140>3.0.co;2-k",
        ),
        (
            "10.1002/(SICI)0000-0000(209921)14:1{\\textless}3::AID-ABC140{\\textgreater}3.0.CO;2-K",
            "10.1002/(sici)0000-0000(209921)14:1<3::aid-abc140>3.0.co;2-k",
        ),
        (
            "10.1002/(SICI)0000-0000(209921)14:1\\textless{}3::AID-ABC140\\textgreater{}3.0.CO;2-K",
            "10.1002/(sici)0000-0000(209921)14:1<3::aid-abc140>3.0.co;2-k",
        ),
        (
            "10.1002/(SICI)0000-0000(209921)14:1$\\lt$3::AID-ABC140$\\gt$3.0.CO;2-K",
            "10.1002/(sici)0000-0000(209921)14:1<3::aid-abc140>3.0.co;2-k",
        ),
        ("10.1007/978-3-031-00001-5\\_12", "10.1007/978-3-031-00001-5_12"),
        ("10.1007/978-3-031-00001-5{\\_}12", "10.1007/978-3-031-00001-5_12"),
        ("10.1007/978-3-031-00001-5\\textunderscore{}12", "10.1007/978-3-031-00001-5_12"),
        ("10.1007/978-3-031-00001-5%5F12", "10.1007/978-3-031-00001-5_12"),
        ("10.1007/978‐3‑031–00001-5_12", "10.1007/978-3-031-00001-5_12"),
        ("10.1234/abc\u200b", "10.1234/abc"),
        ("\ufeff10.1234/a\xadbc", "10.1234/abc"),
        ("\u202a10.1234/abc\u202c", "10.1234/abc"),
        ("10.1234/abc\u2060\u200d", "10.1234/abc"),
        ("10.1234/abc%E2%80%8B", "10.1234/abc"),
        ("10.1234/abc&#8203;", "10.1234/abc"),
        ("https://www.doi.org/10.1234/a1", "10.1234/a1"),
        ("doi.org/10.1234/a2", "10.1234/a2"),
        ("https://doi.org/10.1234%2Fa3", "10.1234/a3"),
        ("https://doi.org/10.1234%252Fa3", "10.1234/a3"),
        ("DOI 10.1234/a4", "10.1234/a4"),
        ("https://doi.org/doi:10.1234/a5", "10.1234/a5"),
        ("info:doi/10.1234/a6", "10.1234/a6"),
        ("urn:doi:10.1234/a6", "10.1234/a6"),
        ("urn:doi:10.1234%2Fa6", "10.1234/a6"),
        ("DOI:10.1234/A6", "10.1234/a6"),
        ("doi: https://doi.org/10.1234/a6", "10.1234/a6"),
        ("doi = 10.1234/a6", "10.1234/a6"),
        ("doi:doi:10.1234/a6", "10.1234/a6"),
        ("DOI10.1234/a6", "10.1234/a6"),
        ("DOI：10.1234/a6", "10.1234/a6"),
        ("http://dx.doi.org/10.1234/a6", "10.1234/a6"),
        ("dx.doi.org/10.1234/a6", "10.1234/a6"),
        ("http://www.dx.doi.org/10.1234/a6", "10.1234/a6"),
        ("https://doi.org/https://doi.org/10.1234/a6", "10.1234/a6"),
        ("https://https://doi.org/10.1234/a6", "10.1234/a6"),
        ("https:/doi.org/10.1234/a6", "10.1234/a6"),
        ("https://doi. org/10.1234/a6", "10.1234/a6"),
        ("https://doi.org/ 10.1234/a6", "10.1234/a6"),
        ("//doi.org/10.1234/a6", "10.1234/a6"),
        ("<https://doi.org/10.1234/a6>", "10.1234/a6"),
        ("(doi: 10.1234/a6)", "10.1234/a6"),
        ("[10.1234/a6]", "10.1234/a6"),
        ('"10.1234/a6"', "10.1234/a6"),
        ("10.1234/a6 [doi]", "10.1234/a6"),
        ("{10.1234/a6}", "10.1234/a6"),
        ("\\url{https://doi.org/10.1234/a6}", "10.1234/a6"),
        ("\\doi{10.1234/a6}", "10.1234/a6"),
        ("\\href{https://doi.org/10.1234/a6}{10.1234/a6}", "10.1234/a6"),
        ("10.1234/a6.", "10.1234/a6"),
        ("10.1234/a6),", "10.1234/a6"),
        ("10.1234/a6].", "10.1234/a6"),
        ("10.1016/S0000-0000(05)00000-2", "10.1016/s0000-0000(05)00000-2"),
        ("10.1016/S0000-0000(05)00000-2).", "10.1016/s0000-0000(05)00000-2"),
        ("https://doi.org/10.1234/a6?utm_source=x", "10.1234/a6"),
        ("https://doi.org/10.1234/a6#sec1", "10.1234/a6"),
        ("10.1234/a6?utm_source=x", "10.1234/a6"),
        ("https://doi.org/10.1234/a6/", "10.1234/a6"),
        ("10.1000/456#789", "10.1000/456#789"),
        ("https://doi.org/10.1000/456%23789", "10.1000/456#789"),
        ("10.1000.10/123", "10.1000.10/123"),
        ("https://dl.acm.org/doi/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
        ("https://dl.acm.org/doi/abs/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
        ("https://dl.acm.org/doi/pdf/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
        ("https://dl.acm.org/doi/full/10.1145/1234567.1234568#core", "10.1145/1234567.1234568"),
        ("https://dl.acm.org/doi/fullHtml/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
        ("dl.acm.org/doi/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
        ("https://dl.acm.org/doi/10.5555/1234567.1234568", "10.5555/1234567.1234568"),
        ("https://doi.acm.org/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
        (
            "https://link.springer.com/article/10.1007/s12345-099-0001-x",
            "10.1007/s12345-099-0001-x",
        ),
        (
            "https://link.springer.com/chapter/10.1007/978-3-000-00001-5_12",
            "10.1007/978-3-000-00001-5_12",
        ),
        (
            "https://link.springer.com/chapter/10.1007%2F978-3-000-00001-5_12",
            "10.1007/978-3-000-00001-5_12",
        ),
        (
            "https://link.springer.com/content/pdf/10.1007/s12345-099-0001-x.pdf",
            "10.1007/s12345-099-0001-x",
        ),
        (
            "https://link.springer.com/content/pdf/10.1007%2Fs12345-099-0001-x.pdf",
            "10.1007/s12345-099-0001-x",
        ),
        (
            "https://link.springer.com/article/10.1007/s12345-099-0001-x/fulltext.html",
            "10.1007/s12345-099-0001-x",
        ),
        ("https://link.springer.com/10.1007/s12345-099-0001-x", "10.1007/s12345-099-0001-x"),
        ("https://onlinelibrary.wiley.com/doi/10.1111/abc.12345/abstract", "10.1111/abc.12345"),
        ("https://onlinelibrary.wiley.com/doi/epdf/10.1111/abc.12345", "10.1111/abc.12345"),
        (
            "https://onlinelibrary.wiley.com/doi/pdfdirect/10.1111/abc.12345?download=true",
            "10.1111/abc.12345",
        ),
        (
            "https://www.tandfonline.com/doi/full/10.1080/01234567.2099.1234567",
            "10.1080/01234567.2099.1234567",
        ),
        ("https://pubs.acs.org/doi/abs/10.1021/acs.abcd.9z00001", "10.1021/acs.abcd.9z00001"),
        ("https://www.science.org/doi/10.1126/science.aaa0001", "10.1126/science.aaa0001"),
        ("https://www.science.org/doi/suppl/10.1126/science.aaa0001", "10.1126/science.aaa0001"),
        ("https://www.pnas.org/doi/full/10.1073/pnas.0000000001", "10.1073/pnas.0000000001"),
        ("https://aip.scitation.org/doi/10.1063/1.0000001", "10.1063/1.0000001"),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1.full.pdf",
            "10.1101/2020.01.01.123456",
        ),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2",
            "10.1101/2020.01.01.123456",
        ),
        (
            "https://www.medrxiv.org/content/10.1101/2020.01.01.20123456v1.full",
            "10.1101/2020.01.01.20123456",
        ),
        ("https://www.biorxiv.org/content/10.1101/123456v1.abstract", "10.1101/123456"),
        ("10.1101/2020.01.01.123456v1", "10.1101/2020.01.01.123456"),
        ("https://doi-org.proxy.lib.example.edu/10.1145/1234567", "10.1145/1234567"),
        ("https://dl-acm-org.proxy.example.edu/doi/10.1145/1234567.33", "10.1145/1234567.33"),
        ("https://link-springer-com.ezproxy.example.edu/article/10.1007/s1-2", "10.1007/s1-2"),
        ("https://link.springer.com.ezproxy.example.edu/article/10.1007/s1-2", "10.1007/s1-2"),
        (
            "https://login.ezproxy.example.edu/login?url=https://doi.org/10.1145/1234567",
            "10.1145/1234567",
        ),
        (
            "https://ezproxy.example.edu/login?qurl=https%3A%2F%2Fdoi.org%2F10.1145%2F1234567",
            "10.1145/1234567",
        ),
        ("https://www.nature.com/articles/s41586-099-00001-x", "10.1038/s41586-099-00001-x"),
        ("https://www.nature.com/articles/nature00001.pdf", "10.1038/nature00001"),
        (
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0012345",
            "10.1371/journal.pone.0012345",
        ),
        (
            "https://www.frontiersin.org/articles/10.3389/fabcd.2099.00001/full",
            "10.3389/fabcd.2099.00001",
        ),
        (
            "https://academic.oup.com/bioinformatics/article/doi/10.1093/bioinformatics/btzz000/1234567",
            "10.1093/bioinformatics/btzz000",
        ),
        (
            "https://pubs.geoscienceworld.org/gsa/article-pdf/doi/10.1130/SHEEP1.1/6315825/sheep.pdf",
            "10.1130/sheep1.1",
        ),
        (
            "https://direct.mit.edu/tacl/article/doi/10.1162/abcd_a_00001/43387/Counting-Sheep",
            "10.1162/abcd_a_00001",
        ),
        (
            "https://iopscience.iop.org/article/10.1088/1742-6596/1234/1/012001/meta",
            "10.1088/1742-6596/1234/1/012001",
        ),
        (
            "https://bmcbioinformatics.biomedcentral.com/articles/10.1186/s12859-019-1234-5",
            "10.1186/s12859-019-1234-5",
        ),
        (
            "https://www.degruyter.com/document/doi/10.1515/9783110123456/html",
            "10.1515/9783110123456",
        ),
        (
            "https://www.emerald.com/insight/content/doi/10.1108/EL-01-2020-0001/full/html",
            "10.1108/el-01-2020-0001",
        ),
        (
            "https://journals.aps.org/prl/abstract/10.1103/PhysRevAbc.0.000001",
            "10.1103/physrevabc.0.000001",
        ),
        ("https://web.archive.org/web/2020/https://doi.org/10.1145/1234567", "10.1145/1234567"),
        ("10.1234/abc\\", "10.1234/abc"),
        ("10.1234/abc\\\\", "10.1234/abc"),
        ("10.1234/a`b", "10.1234/a`b"),
        ("10.1234/a`b`", "10.1234/a`b`"),
        ("`10.1234/ab`", "10.1234/ab"),
        ("10.1234/abc;jsessionid=12345", "10.1234/abc"),
        ("10.1234/abc&domain=pdf", "10.1234/abc"),
        ("10.21203/rs.3.rs-123456/v1", "10.21203/rs.3.rs-123456/v1"),
        ("10.5281/zenodo.123456", "10.5281/zenodo.123456"),
        ("https://zenodo.org/doi/10.5281/zenodo.123456", "10.5281/zenodo.123456"),
        ("10.1007/978-3-031-00001-5\\textunderscore 12", "10.1007/978-3-031-00001-5_12"),
    ],
)
def test_a_doi_has_one_form_however_it_is_pasted(text: str, doi: str) -> None:
    found = normal_doi(text)
    assert found == doi
    assert found is not None
    assert normal_doi(found) == found


@pytest.mark.parametrize(
    "text",
    [
        "https://dl.acm.org/doi/proceedings/10.1145/1234567",
        "10.1234/",
        "10.1234/.",
        "10.12/abc",
        "10.1234/a b",
        "10.١٢٣٤/abc",
        "https://example.org/10.1234/abc",
        "none",
        "",
        "https://example.org/",
        "10.1234/abc and 10.1234/def",
        "doi",
        "https://doi.org/",
        "1012345/abc",
        "https://link.springer.com/",
        "https://openreview.net/forum?id=aB3xyz",
        "https://arxiv.org/abs/2101.00001",
        "10.1234/�",
        "https://doi.org/10.1234/a%E9",
        "10.1234/" + "x" * 3000,
    ],
)
def test_what_holds_no_doi_or_several_is_none(text: str) -> None:
    assert normal_doi(text) is None
