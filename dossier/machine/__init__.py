"""The machine: versions of the software, instances and their services, updates and the way back.

Nothing here needs a library, nor an instance: `python3 -m dossier.machine FILE.whl`, run from the
wheel itself, is how the first version is put on a machine.
"""
