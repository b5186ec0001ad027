"""What is printed and reworked elsewhere: PDF, ODT and HTML made from pieces."""
