"""Typing Chinese on Linux: the Qt we ship knows ibus, the desktops here run fcitx."""

from __future__ import annotations

import sys
from collections.abc import MutableMapping

__all__ = ["mend_input_method"]


def mend_input_method(environment: MutableMapping[str, str]) -> None:
    """Let Qt speak ibus where the desktop says fcitx; call before the QApplication is made.

    PySide6 wheels carry no fcitx plugin, so with QT_IM_MODULE=fcitx nothing can be typed but
    Latin letters. fcitx 5 answers the ibus protocol as well (tried with 5.0.21). For fcitx 4
    it changes nothing, for better or worse.
    """
    if not sys.platform.startswith("linux"):
        return
    named = environment.get("QT_IM_MODULE", "") + environment.get("XMODIFIERS", "")
    if "fcitx" in named:
        environment["QT_IM_MODULE"] = "ibus"
