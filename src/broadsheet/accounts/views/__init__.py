"""A request in, a response out: one file for each thing people come for."""
