"""The money's pages at the desk, one file per noun; all of them under /desk/money/."""
