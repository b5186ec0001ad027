"""What the law awaits, told quietly; and the factual table one prints for an inspection."""
