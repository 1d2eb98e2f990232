"""`paper-catalogue` and `python -m generator`: hand over to the commands, unless nothing changed.

What builds takes longer to load than a build of nothing may take. So it is loaded here, and only
when there is something to do.
"""

import sys
from importlib import import_module

from generator.console import faults_told, tell
from generator.garbage import collect_no_more, collect_rarely
from generator.unchanged import said_by_last_build


def main() -> None:
    """Run the command that the arguments name."""
    said = None
    with faults_told():
        said = said_by_last_build(sys.argv[1:])
        if said is not None:
            tell(said)
    if said is None:
        # Loading makes very many objects, too.
        collect_rarely()
        try:
            import_module("generator.commands.app").main()
        finally:
            collect_no_more()


if __name__ == "__main__":
    main()
