"""The form of what goes from one house to another: docs/transfer-format.md."""

FORMAT, VERSION = "dossier-unique-transfert", 1
INDEX = "transfert.json"
