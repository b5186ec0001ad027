"""`python -m dossier` is `dossier`."""

import sys

from dossier.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
