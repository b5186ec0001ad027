"""What leaves towards other software: spreadsheets of everything, the national format."""
