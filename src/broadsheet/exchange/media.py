"""The folder that holds the pictures of an archive, laid out as the old site had them."""

from pathlib import Path

from broadsheet.exchange.archive import ArchivedPhoto


class Media:
    """Finds the files of archived photos below a folder, or nowhere if there is none."""

    def __init__(self, folder: Path | None) -> None:
        """Look below `folder`, which may be the uploads folder itself or hold one of that name."""
        self.folders: list[Path] = []
        if folder is not None:
            root = folder.resolve()
            self.folders = [root, root / "uploads", root / "wp-content" / "uploads"]

    def find(self, photo: ArchivedPhoto) -> Path | None:
        """The file of `photo`; never one outside the folder, whatever its path says."""
        if not photo.path:
            return None
        for folder in self.folders:
            file = (folder / photo.path).resolve()
            if file.is_relative_to(folder) and file.is_file():
                return file
        return None
