"""`python -m generator`: hands the command line to `generator.cli`, unless nothing changed.

What builds takes longer to load than a build of nothing may take. So it is loaded here, and only
when there is something to do.
"""

import sys
from importlib import import_module

from generator.console import faults_told, tell
from generator.garbage import collect_no_more, collect_rarely
from generator.unchanged import said_by_last_build

with faults_told():
    said = said_by_last_build(sys.argv[1:])
    if said is not None:
        tell(said)
if said is None:
    # Loading makes very many objects, too.
    collect_rarely()
    try:
        import_module("generator.cli").main()
    finally:
        collect_no_more()
