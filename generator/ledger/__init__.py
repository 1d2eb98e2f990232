"""Which address was published for what: the rows of catalogue/addresses.yml."""

from generator.ledger.decided import NOTHING_DECIDED, AddressesDecided, Moved, Withdrawn
from generator.ledger.file import NAME, load_ledger, text_of
from generator.ledger.rows import EMPTY, FOLDERS, Ledger, PaperRow, Row

__all__ = [
    "EMPTY",
    "FOLDERS",
    "NAME",
    "NOTHING_DECIDED",
    "AddressesDecided",
    "Ledger",
    "Moved",
    "PaperRow",
    "Row",
    "Withdrawn",
    "load_ledger",
    "text_of",
]
