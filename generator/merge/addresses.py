"""Which id, and so which address, each paper gets: papers/<id>/.

An id depends on what the paper is, not on the order of reading. Papers whose titles give one id
all get a suffix, the year or a hash of what identifies them; only a record keeps its name.

Earlier versions read an id off the TeX of a title, so that "O(n log n)" in a calligraphic O began
with `mathcal`, or off another spelling, such as "RETRACTED: …". Those addresses were published:
each leads to the paper that it was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from types import MappingProxyType

from generator.ids import digest, slug, with_suffix
from generator.values.fields import BY_NAME
from generator.values.paper import SourceRecord
from generator.values.policies import Said
from generator.values.text import Text

Groups = Sequence[Sequence[SourceRecord]]
Published = Mapping[str, Sequence[int]]
NOTHING: Published = MappingProxyType({})


@dataclass(frozen=True)
class Addresses:
    """The id of each group, in the groups' order, and addresses that lead to them.

    `signposts` names, for each address that papers had to give up, the ids they got instead:
    several where they all wanted it, one where an earlier version gave it. A page there leads on.
    """

    ids: tuple[str, ...]
    signposts: Mapping[str, tuple[str, ...]]


def addresses(groups: Groups, published: Published = NOTHING) -> Addresses:
    """Return a different id for each group; each group is one paper's entries, by rank.

    `published` are addresses that papers had, with the numbers of the groups that they belonged to:
    only a record takes one of another paper, and those that nobody has now lead to these groups.
    """
    titles = [_title(group).plain for group in groups]
    # Nearly all titles are the same in all spellings.
    slug_of = cache(slug)
    found = _given(groups, titles, slug_of, published)
    signposts = dict(found.signposts)
    used = {*found.ids, *signposts}
    for address, owners in published.items():
        if address not in used and owners:
            signposts[address] = tuple(sorted(found.ids[owner] for owner in owners))
    used |= published.keys()
    first = [group[0].work.title for group in groups]
    for former in ([title.plain for title in first], [title.repaired for title in first]):
        if former == titles:
            continue
        before = _given(groups, former, slug_of)
        now = dict(zip(before.ids, found.ids, strict=True))
        leads = {old: (new,) for old, new in now.items()} | {
            address: tuple(sorted(now[paper] for paper in shared))
            for address, shared in before.signposts.items()
        }
        signposts |= {address: ids for address, ids in leads.items() if address not in used}
        used |= signposts.keys()
    return Addresses(found.ids, MappingProxyType(dict(sorted(signposts.items()))))


def _given(
    groups: Groups,
    titles: Sequence[str],
    slug_of: Callable[[str], str],
    published: Published = NOTHING,
) -> Addresses:
    """Return the ids that titles give, one of each group."""
    wishes: defaultdict[str, list[int]] = defaultdict(list)
    owned: dict[str, int] = {}
    for at, group in enumerate(groups):
        name = next((record.name for record in group if record.name), None)
        if name is None or owned.setdefault(name, at) != at:
            wishes[name or slug_of(titles[at])].append(at)
    ids: dict[int, str] = {at: name for name, at in owned.items()}
    alone = {
        base: all_at[0]
        for base, all_at in wishes.items()
        if len(all_at) == 1 and base not in owned and not _is_anothers(base, all_at[0], published)
    }
    ids |= {at: base for base, at in alone.items()}
    taken = set(ids.values()) | set(wishes)
    for base in sorted(wishes):
        if base not in alone:
            _suffixed(base, wishes[base], groups, taken, ids, published)
    shared = {
        base: tuple(sorted(ids[at] for at in wishes[base]))
        for base in sorted(wishes)
        if len(wishes[base]) > 1 and base not in owned
    }
    return Addresses(tuple(ids[at] for at in range(len(groups))), shared)


def _title(group: Sequence[SourceRecord]) -> Text:
    """Return the title of the paper that has these entries."""
    field = BY_NAME["title"]
    title: Text = field.merge([Said(record.rank, record.work.title) for record in group])
    return title


def _is_anothers(address: str, at: int, published: Published) -> bool:
    """Whether an address was published for other papers than that of a group."""
    return address in published and at not in published[address]


def _suffixed(
    base: str,
    wished_by: list[int],
    groups: Groups,
    taken: set[str],
    ids: dict[int, str],
    published: Published,
) -> None:
    """Add to `ids` and `taken` an id for each group of `wished_by`, all of which want `base`."""
    years = [next((r.work.year for r in groups[at] if r.work.year), None) for at in wished_by]
    by_year = [with_suffix(base, str(year)) for year in years]
    anothers = any(map(_is_anothers, by_year, wished_by, repeat(published)))
    free_years = taken.isdisjoint(by_year) and not anothers
    if None not in years and len(set(years)) == len(years) and free_years:
        found = by_year
    else:
        texts = [_identity(groups[at]) for at in wished_by]
        counts = Counter(texts)
        found = []
        for at, text in zip(wished_by, texts, strict=True):
            place = f"\n{groups[at][0].place}" if counts[text] > 1 else ""
            found.append(with_suffix(base, digest(text + place)))
    for at, wished in sorted(zip(wished_by, found, strict=True), key=lambda pair: pair[::-1]):
        free, attempt = wished, 0
        while free in taken or _is_anothers(free, at, published):
            # Two hashes of eight digits meet once in billions of papers; then hash again.
            attempt += 1
            free = with_suffix(base, digest(f"{wished}\n{attempt}"))
        ids[at] = free
        taken.add(free)


def _identity(group: Sequence[SourceRecord]) -> str:
    """Return a text that tells a paper from others of its title: authors, year, identifiers."""
    authors = next((r.work.authors for r in group if r.work.authors), ())
    year = next((r.work.year for r in group if r.work.year), "")
    identifiers = sorted({f"{i.kind}:{i.value}" for r in group for i in r.work.identifiers})
    # The texts as they were read: a digest of them is part of published addresses.
    printed = (name.printed for name in authors)
    return "\n".join((group[0].work.title.repaired, *printed, str(year), *identifiers))
