"""Says which addresses change, before they do: what leads on, and what nobody has any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.addresses.stage import Addresses
from generator.catalogue import Catalogue
from generator.ledger import AddressesDecided, Ledger
from generator.model import Gone
from generator.problems import Place, Problems, quoted

#: So many authors or venues are named whose addresses change; of more the number is told.
MAX_TOLD = 10

#: What a person writes in decisions.yml of a page that went.
_DECIDE = (
    "write in decisions.yml where it leads, under moved: {{from: {0}/, to: …}}, or why it went,"
    " under withdrawn: {{address: {0}/, why: …}}"
)


def tell(
    found: Addresses, before: Ledger, decided: AddressesDecided, shown: str, problems: Problems
) -> bool:
    """Report what becomes of published addresses; `shown` is how messages name the ledger.

    What moves, each once, as a note. A paper or topic that went is a warning until a person says
    what became of it. Return whether something was told that the next build will not tell again.
    """
    places = {address: Place(shown, line) for address, line in before.lines.items()}
    moved = {
        address: f"{address}/ leads on to {_and(to)}"
        for address, to in found.moved.items()
        if _is_news(address, to, before)
    }
    lost: dict[str, str] = {}
    for address, gone in found.gone.items():
        if gone.why:
            continue
        if address.startswith(("papers/", "topics/")):
            problems.warning(
                places.get(address, Place(shown)),
                f"{address}/ was published{_of(gone)}, and nothing has it now: its page only says"
                " so",
                _DECIDE.format(address),
            )
        elif not ((row := before.row(address)) and row.gone):
            lost[address] = f"{address}/ was published, and nobody has it now: its page says so"
    authors = {address for address in moved if address.startswith("authors/")}
    _note({a: said for a, said in moved.items() if a not in authors}, places, shown, problems)
    for some, more in (
        ({a: said for a, said in moved.items() if a in authors}, "addresses of authors lead on"),
        (lost, "such addresses"),
    ):
        _note(dict(list(some.items())[:MAX_TOLD]), places, shown, problems)
        if len(some) > MAX_TOLD:
            problems.note(Place(shown), f"and {len(some) - MAX_TOLD} more {more}")
    _doubtful(found, decided, problems)
    return bool(moved or lost)


def tell_taken(
    taken: Mapping[str, tuple[Place, tuple[str, ...]]],
    catalogue: Catalogue,
    before: Ledger,
    problems: Problems,
) -> None:
    """Report records whose addresses were published for other papers."""
    for slug, (place, ids) in taken.items():
        row = before.papers[slug]
        if row.is_former and set(ids) <= set(row.to) and slug in catalogue.by_id:
            continue  # it was told when it happened
        now = " and ".join(f"papers/{paper}/" for paper in ids if paper in catalogue.by_id)
        problems.warning(
            place,
            f"papers/{slug}/ was published for {quoted(row.name)}"
            + (f", which is now {now}" if now else "")
            + ": links to it would lead to another paper",
            "give the record another name, unless they are the same paper",
        )


def _note(
    said: Mapping[str, str], places: Mapping[str, Place], shown: str, problems: Problems
) -> None:
    for address, text in said.items():
        problems.note(places.get(address, Place(shown)), text)


def _doubtful(found: Addresses, decided: AddressesDecided, problems: Problems) -> None:
    """Report decisions that change nothing, as the address is another."""
    for address, said in decided.withdrawn.items():
        if address not in found.gone:
            problems.warning(
                said.place,
                f"withdrawn: {address}/ {_state(address, found)}",
                "correct the address, or take what it is of out of its source",
            )
    for address, moved in decided.moved.items():
        if moved.new not in found.moved.get(address, ()):
            known = address in found.gone or address in found.moved
            what = f"leads nowhere: {moved.new}/ is no page" if known else _state(address, found)
            problems.warning(moved.place, f"moved: {address}/ {what}", "correct the addresses")


def _state(address: str, found: Addresses) -> str:
    if address in found.moved:
        return f"leads on to {_and(found.moved[address])}"
    row = found.ledger.row(address)
    if row is None and not address.startswith("authors/"):
        return "was never published"
    return "is the address of a page" if row is not None else "is nobody's former address"


def _is_news(address: str, to: tuple[str, ...], before: Ledger) -> bool:
    folder, row = address.partition("/")[0], before.row(address)
    return row is None or tuple(f"{folder}/{one}" for one in row.to) != to


def _of(gone: Gone) -> str:
    return f" for {quoted(gone.name)}" if gone.name else ""


def _and(addresses: Iterable[str]) -> str:
    return " and ".join(f"{address}/" for address in addresses)
