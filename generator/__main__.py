"""``python -m generator`` is ``ketluan``."""

from __future__ import annotations

import sys

from generator.launch import main

if __name__ == "__main__":
    sys.exit(main())
