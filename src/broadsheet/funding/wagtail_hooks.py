"""The money's corner of the desk."""
