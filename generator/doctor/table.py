"""The table of all checks of the doctor: a check is a line here."""

from __future__ import annotations

from generator.checks import CHECKS as OF_FACTS
from generator.doctor import (
    author_lists,
    duplicates,
    earlier_versions,
    facts,
    missing,
    outdated,
    page_links,
    record_form,
    slips,
    summaries,
    venues,
    vocabulary,
)
from generator.doctor.ailment import Check, Finder
from generator.doctor.doubted import doubts


def _left(name: str, says: str, find: Finder, *, mends: bool) -> Check:
    """Return a check of what an earlier version left, which it needs no papers to see."""
    return Check(name, says, find, mends, fails=True, needs_catalogue=False)


def _missing(name: str, says: str, is_missing: missing.IsMissing) -> Check:
    return Check(f"missing-{name}", says, missing.missing(name, is_missing))


_OF_EARLIER = earlier_versions
OF_EARLIER_VERSIONS: tuple[Check, ...] = (
    _left("theme", "a theme that pages are not made for", _OF_EARLIER.theme, mends=True),
    _left("templates", "the templates of version 0.1", _OF_EARLIER.templates, mends=False),
    _left("nav", "a head that does not lead to all kinds of pages", _OF_EARLIER.nav, mends=True),
    _left("schemas", "schemas of another version", _OF_EARLIER.schemas, mends=True),
    _left(
        "default-pages",
        "pages that an earlier version brought, and nobody changed",
        _OF_EARLIER.default_pages_before,
        mends=True,
    ),
    _left("forms", "forms for readers of another version", _OF_EARLIER.forms, mends=True),
    _left("copies", "a copy of the program in the catalogue", _OF_EARLIER.copies, mends=False),
)

#: In the order in which their findings are told.
CHECKS: tuple[Check, ...] = (
    *OF_EARLIER_VERSIONS,
    Check(
        "dead-link",
        "a link of a hand-written page that leads nowhere, or to a former address",
        page_links.dead,
        mends=True,
        fails=True,
    ),
    Check(
        "record-form",
        "an identifier of a record in another form than its normal one, such as an address",
        record_form.other_form,
        mends=True,
        needs_catalogue=False,
    ),
    Check(
        "record-twice",
        "a topic, keyword or link twice in a record, and a link that only repeats an identifier",
        record_form.said_twice,
        mends=True,
        needs_catalogue=False,
    ),
    Check(
        "facts-gone",
        "what services said of papers that the catalogue has no more",
        facts.of_no_paper,
        mends=True,
    ),
    Check(
        "facts-order",
        "a file of what services said that is not sorted",
        facts.out_of_order,
        mends=True,
        needs_catalogue=False,
    ),
    Check(
        "near-duplicate",
        "two papers that may be one, of which nobody has said whether they are",
        duplicates.undecided,
    ),
    *(
        Check(check.name, check.says, doubts(check))
        for check in OF_FACTS
        if check.name != venues.NAME
    ),
    Check(venues.NAME, "a venue in two spellings", venues.spellings, mends=True),
    Check(
        "author-odd",
        "an author that is initials alone, or where somebody works",
        author_lists.odd,
    ),
    Check("authors-cut", "authors of whom another source has many more", author_lists.cut),
    Check(
        "record-outdated",
        "a record of a preprint that another source knows as published",
        outdated.older_than_source,
    ),
    Check("title-odd", "a title in capitals, or with a full stop behind it", slips.titles),
    Check("added-ahead", "a paper added on a day that has not come", slips.added_ahead),
    Check("link-odd", "code or data that leads to the paper itself", slips.links_to_paper),
    Check("summary-todo", "a summary that is still to be written", summaries.to_write),
    Check(
        "summary-copied",
        f"a summary with {summaries.RUN} words in a row from the abstract",
        summaries.copied,
    ),
    Check("summary-twice", "one summary for two papers", summaries.twice),
    _missing("authors", "a paper without authors", missing.no_authors),
    _missing("year", "a paper without a year", missing.no_year),
    _missing("venue", "a paper without a venue that is no preprint", missing.no_venue),
    _missing("identifier", "a paper without any identifier", missing.no_identifier),
    Check("unsorted", "a paper in no topic", missing.unsorted),
    Check("topic-empty", "a topic without papers", vocabulary.without_papers),
    # A vocabulary has phrases for papers to come: some examples are enough, slips among them first.
    Check(
        "phrase-unsaid",
        "a phrase for a topic that no paper says",
        vocabulary.never_said,
        most=5,
    ),
)
