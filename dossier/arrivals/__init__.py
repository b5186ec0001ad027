"""What comes from elsewhere: spreadsheets, folders of files, the national format of transfer."""
