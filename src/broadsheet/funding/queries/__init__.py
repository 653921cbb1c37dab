"""What can be asked about the newspaper's money."""
