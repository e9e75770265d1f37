"""What this user of this machine prefers in the window; kept outside of every ledger."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final, cast

__all__ = ["NAME", "Preferences", "default_ledger", "log_folder", "read_preferences", "write_preferences"]  # fmt: skip

NAME: Final = "sifasuo"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The look, the ledger opened last, and whether the input method is put right (Linux)."""

    dark: bool = False
    large: bool = False
    last_ledger: str = ""
    mend_input_method: bool = True


def default_ledger() -> Path:
    """The folder of the ledger when none is named: the data folder of the platform."""
    return _folder("user_data_path", "XDG_DATA_HOME", ".local/share") / "ledger"


def log_folder() -> Path:
    """Where crash and error logs are written."""
    return _folder("user_log_path", "XDG_STATE_HOME", ".local/state", "log")


def _folder(asked: str, variable: str, otherwise: str, *below: str) -> Path:
    """The folder platformdirs names; on Linux by the same rule, without the 5 ms it costs.

    Source: XDG Base Directory Specification 0.8.
    """
    if not sys.platform.startswith("linux"):
        return Path(getattr(import_module("platformdirs"), asked)(NAME))
    given = os.environ.get(variable, "").strip()
    return Path(given or Path.home() / otherwise).joinpath(NAME, *below)


def read_preferences() -> Preferences:
    """What was kept; the normal ones where nothing readable is kept."""
    try:
        kept = cast("object", json.loads(_file().read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    normal = asdict(Preferences())
    sound = {
        str(name): value
        for name, value in cast("dict[str, Any]", kept).items()
        if type(value) is type(normal.get(name))
    }
    return Preferences(**sound)


def write_preferences(preferences: Preferences) -> None:
    """Keep them for the next start; a folder that cannot be written is not worth a message."""
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps(asdict(preferences)), encoding="utf-8")
    except OSError:
        return


def _file() -> Path:
    return _folder("user_config_path", "XDG_CONFIG_HOME", ".config") / "window.json"
