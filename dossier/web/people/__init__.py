"""Pages of who works here: accounts, teams, coming, leaving."""
