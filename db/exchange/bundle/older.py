"""Reading manifests of earlier formats: what each step changed, applied in order.

Bodies of changes are never rewritten, since they are hashed. When format 2 comes, its
reader gets a step from 1 here; a step may go three formats later (exchange design, 11).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[int, Step] = {}
"""Format → the step that turns its manifest into the next format's. Format 1 is the first."""


def upgrade(manifest: dict[str, Any], written: int, current: int) -> dict[str, Any]:
    """Give a manifest as the current format writes it; KeyError when a step is missing."""
    for version in range(written, current):
        manifest = STEPS[version](manifest)
    return manifest
