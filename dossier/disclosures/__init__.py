"""What leaves the house: agreed to, minimal, sealed, remembered."""
