"""What a person was given, the contract that fits them, who they trust."""
