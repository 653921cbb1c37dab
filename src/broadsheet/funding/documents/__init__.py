"""Papers for donors, set in type as PDF: tagged so that they can be read aloud, in whatever script names are.

Typst does the setting, with fonts that come with it as packages: no program or font of the machine is needed.
"""

from .typesetting import Paper, Table, typeset

__all__ = ["Paper", "Table", "typeset"]
