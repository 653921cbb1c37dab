"""The crowd: things for tests, made by the commands that make them in life. One module per app."""
