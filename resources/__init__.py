"""Files shipped with the program: code lists, papers, fonts, icons, help. No logic."""

import sys
from pathlib import Path, PurePosixPath

__all__ = ["shipped_file"]


def shipped_file(name: str) -> Path:
    """The path of a shipped file or folder, named relative to `resources`.

    Works from the source tree and frozen by PyInstaller, which unpacks the data beside the
    program. `name` uses forward slashes (`"fonts/fonts.toml"`) and must stay inside the folder.

    Raises `ValueError` for a name that leads out, `FileNotFoundError` when nothing is there:
    both mean that the program was built wrongly, not that the user did something wrong.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts:
        raise ValueError(f"not a shipped file: {name}")
    path = _resources_folder().joinpath(*relative.parts)
    if not path.exists():
        raise FileNotFoundError(f"shipped file missing: {name}")
    return path


def _resources_folder() -> Path:
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) / "resources" if unpacked else Path(__file__).parent
