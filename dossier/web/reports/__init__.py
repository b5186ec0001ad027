"""Reports on a child’s situation, the two routes of an alert, what was made known to whom."""
