#!/usr/bin/env python
"""Entry point of the management commands; what they make is its owner's alone."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dossier.config.settings")
    execute_from_command_line(sys.argv)
