"""Tell the package builder what Broadsheet needs: the ranges of requirements/run.in, and of the extras."""

from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface

EXTRAS = ("stripe",)


class RequirementsHook(MetadataHookInterface):
    def update(self, metadata):
        folder = Path(self.root) / "requirements"
        metadata["dependencies"] = [
            line for line in _wanted(folder / "run.in") if line not in ("hatchling", "editables")
        ]
        metadata["optional-dependencies"] = {
            extra: _wanted(folder / f"{extra}.in") for extra in EXTRAS
        }


def _wanted(file):
    """What `file` asks for; not which other file it agrees with."""
    lines = [line.strip() for line in file.read_text().splitlines()]
    return [line for line in lines if line and not line.startswith(("#", "-"))]
