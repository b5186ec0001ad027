"""The benchmark: the house beside a floor, in the same run (bench/README.md)."""
