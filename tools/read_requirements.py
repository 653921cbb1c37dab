"""Tell the package builder what Broadsheet needs: the ranges of requirements/run.in."""

from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface


class RequirementsHook(MetadataHookInterface):
    def update(self, metadata):
        lines = (Path(self.root) / "requirements" / "run.in").read_text().splitlines()
        wanted = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        metadata["dependencies"] = [
            line for line in wanted if line not in ("hatchling", "editables")
        ]
