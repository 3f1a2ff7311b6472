"""``python -m tui`` is ``ossetia-reader``."""

import sys

from tui.cli import main

sys.exit(main())
