# The commands of the house; `make` alone lists them.

PYTHON := .venv/bin/python
MAKEFLAGS += --no-print-directory
demo demo-reset: export DOSSIER_HOME ?= $(CURDIR)/instance-demo

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset check test format bench wheel try-install

help: ## Montre cette liste
	@echo "Les commandes de la maison :"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: ## Ouvre la maison de démonstration (Ctrl+C la ferme)
	@scripts/setup && $(PYTHON) manage.py demo

demo-reset: ## La remet à neuf, puis l’ouvre
	@scripts/setup && $(PYTHON) manage.py demo --reset

check: ## Vérifie l’essentiel, vite : style, étages, tests sans navigateur
	@scripts/setup test && $(PYTHON) -m scripts.test --fast

test: ## Vérifie tout : SQLite, PostgreSQL, navigateur (installe ce qui manque, si root)
	@scripts/setup test && $(PYTHON) -m scripts.test

format: ## Met le code en forme
	@scripts/setup test
	@$(PYTHON) -m ruff check --fix-only --quiet .
	@$(PYTHON) -m ruff format --quiet .
	@echo "Le code est en forme."

wheel: ## Fait la version à installer, dans dist/
	@scripts/setup test && $(PYTHON) -m hatchling build -t wheel -d dist

try-install: ## L’installe dans une Debian nue, par les commandes du guide (root, debootstrap)
	@scripts/setup test && $(PYTHON) -m scripts.try_install

bench: ## Mesure les temps de réponse d’une grande maison
	@scripts/setup test && $(PYTHON) -m bench
