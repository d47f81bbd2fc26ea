#!/usr/bin/env python3
"""The sender without an installation: python send.py --help."""
import sys

from letterpdf_send.command import main

if __name__ == "__main__":
    sys.exit(main())
