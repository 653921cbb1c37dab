"""What can be done with the newspaper's money."""
