"""What became of the addresses of one folder: which lead on, and which nobody has any more."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field

from generator.ledger import AddressesDecided, Row


@dataclass(frozen=True)
class Lost:
    """An address that no page has by itself now, and what is known of what it was."""

    slug: str
    row: Row


@dataclass
class Outcome:
    """What became of lost addresses: those they lead on to, or that they are gone."""

    moved: dict[str, tuple[str, ...]] = field(default_factory=dict)
    gone: dict[str, Row] = field(default_factory=dict)


def settle(
    folder: str,
    lost: Iterable[Lost],
    here: Container[str],
    found: Callable[[Lost], tuple[str, ...]],
    decided: AddressesDecided,
    rows: Mapping[str, Row],
) -> Outcome:
    """Return what becomes of `lost` addresses of a folder.

    A person's word comes first, then what `found` finds, then where the address led before. `here`
    are the slugs that have pages of their own.
    """
    outcome = Outcome()
    for item in lost:
        address = f"{folder}/{item.slug}"
        if address in decided.withdrawn:
            outcome.gone[item.slug] = item.row
            continue
        said = decided.moved.get(address)
        there, _, slug = said.new.partition("/") if said else ("", "", "")
        if there == folder and slug in here:
            outcome.moved[item.slug] = (slug,)
        elif to := found(item) or _followed(item, here, found, rows):
            outcome.moved[item.slug] = to
        else:
            outcome.gone[item.slug] = item.row
    return outcome


def _followed(
    item: Lost,
    here: Container[str],
    found: Callable[[Lost], tuple[str, ...]],
    rows: Mapping[str, Row],
) -> tuple[str, ...]:
    """Return where the addresses lead that one led on to, however often these moved since."""
    seen, todo = {item.slug}, list(item.row.to)
    to: dict[str, None] = {}
    while todo:
        slug = todo.pop(0)
        if slug in seen:
            continue
        seen.add(slug)
        if slug in here:
            to[slug] = None
        elif (row := rows.get(slug)) is not None:
            to |= dict.fromkeys(further := found(Lost(slug, row)))
            todo += [] if further else row.to
    return tuple(to)
