"""What a person may read of what is written about them: requests, passages covered, the copy."""
