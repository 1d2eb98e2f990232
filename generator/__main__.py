"""`python -m generator`: hands the command line to `generator.cli`."""

from generator.cli import main

main()
