"""A request in, an answer out."""
