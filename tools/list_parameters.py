"""Prints the code list of the numbers an office may set, from ``db.rules.parameters``.

Run ``python -m tools.list_parameters > list.csv`` and move the result to
``resources/codes/rule_parameter.csv`` whenever a parameter changed. A parameter that ended
is kept there by hand with its ``valid_to``, so that old records still show its label.
"""

from __future__ import annotations

import csv
import io
import sys

from db.rules.parameters import ALL_PARAMETERS

HEAD = ("code", "label", "valid_from", "valid_to", "source", "note", "shipped", "unit")


def listed() -> str:
    """Give the text of the code list."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    for one in ALL_PARAMETERS:
        if not one.by_law:
            writer.writerow(
                (one.name, one.label, "", "", one.source, "本软件编号", one.shipped, one.unit)
            )
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.write(listed())
