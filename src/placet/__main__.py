"""``python -m placet``: the command line."""

import sys

from placet.cli import main

sys.exit(main())
