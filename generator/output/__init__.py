"""The output tree: written only where it changed, all at once or not at all.

A tree of files that people may add their own pages to is replaced like this:

1. Everything is compared first. A page that somebody wrote by hand where a generated one belongs
   is an error, and nothing is touched.
2. The next tree is made in a staging folder beside the present one, which is ours and locked. What
   stays the same, hand-written pages too, is hard-linked and keeps its time stamp; only changed
   pages are written, and all are brought to the disk.
3. The two trees change places in one system call. A build killed before it leaves the present
   tree as it was; one killed after it has finished. Where a tree cannot be moved, its files change
   places one by one. See docs/decisions/0003.
4. The old tree is looked through for what people wrote and the new one does not have, edited
   generated pages above all; then it is removed.
"""

from generator.output.draft import Draft
from generator.output.known import KnownTree
from generator.output.long_paths import has_room, longest_of
from generator.output.names import report_names
from generator.output.plan import is_page, set_apart, walk
from generator.output.refused import why_not_written
from generator.output.staging import OURS, Staging, claim
from generator.output.write import Output, Written, write

__all__ = [
    "OURS",
    "Draft",
    "KnownTree",
    "Output",
    "Staging",
    "Written",
    "claim",
    "has_room",
    "is_page",
    "longest_of",
    "report_names",
    "set_apart",
    "walk",
    "why_not_written",
    "write",
]
