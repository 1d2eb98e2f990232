"""The line of years: a small drawing of papers per year, with its table and its links."""

from __future__ import annotations

from html.parser import HTMLParser

from generator.language import ENGLISH
from generator.pages.drawings.years import MOST_COLUMNS, NAMED, years_line


class Drawn(HTMLParser):
    """Collects what a drawing has: columns, links, titles, cells of the table, names below."""

    def __init__(self, drawing: str) -> None:
        super().__init__()
        self.heights: list[float] = []
        self.links: list[str] = []
        self.texts: dict[str, list[str]] = {"title": [], "th": [], "td": [], "span": []}
        self._open = ""
        self.feed(drawing)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._open = tag
        if tag == "rect" and given.get("class") != "room":
            self.heights.append(float((given["height"] or "").rstrip("%")))
        if tag == "a":
            assert given["tabindex"] == "-1"
            self.links.append(given["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in self.texts:
            self.texts[self._open].append(data)


def test_each_year_is_a_column_and_a_row_of_the_table() -> None:
    drawn = Drawn(years_line({2023: 10, 2021: 5}, ENGLISH))
    assert drawn.heights == [50, 100]
    assert drawn.texts["title"] == ["2021: 5 papers", "2023: 10 papers"]
    assert drawn.texts["th"] == ["Year", "Papers", "2021", "2023"]
    assert drawn.texts["td"] == ["5", "10"]
    assert drawn.texts["span"] == ["2021", "2022", "2023"]
    assert not drawn.links


def test_of_fewer_than_two_years_there_is_nothing_to_draw() -> None:
    assert years_line({}, ENGLISH) == ""
    assert years_line({2024: 3}, ENGLISH) == ""
    assert years_line({2024: 3, 2023: 0}, ENGLISH) == ""


def test_columns_lead_where_the_page_says() -> None:
    drawn = Drawn(
        years_line({2023: 1, 2022: 1, 2021: 1}, ENGLISH, {2023: "#part-2023", 2021: "2/#a&b"})
    )
    assert drawn.links == ["2/#a&b", "#part-2023"]


def test_one_paper_among_thousands_is_seen() -> None:
    assert min(Drawn(years_line({2023: 5000, 2022: 1}, ENGLISH)).heights) >= 5


def test_a_long_time_has_few_columns_and_names_but_every_year_in_its_table() -> None:
    counts = dict.fromkeys(range(1900, 2025), 1)
    drawn = Drawn(years_line(counts, ENGLISH, {2003: "#part-2003", 2001: "#part-2001"}))
    assert len(drawn.heights) <= MOST_COLUMNS
    assert len(drawn.texts["span"]) <= NAMED
    assert len(drawn.texts["td"]) == 125
    assert drawn.links == ["#part-2003"]


def test_an_address_stays_in_its_attribute() -> None:
    drawn = years_line({2023: 1, 2022: 1}, ENGLISH, {2023: '#"><b>'})
    assert "<b>" not in drawn
    assert Drawn(drawn).links == ['#"><b>']
