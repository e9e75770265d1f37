"""Case volumes, seen from a screen or a command: what is bound, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.drafts import Draft
from db.kinds import RecordId
from db.ledger.subjects import Subject, subject_of
from db.rules.volume_gaps import Gap, gaps_of_case, gaps_of_volume, kept_until
from db.store import Store

CASE, VOLUME = "mediation_case", "volume"


@dataclass(frozen=True, slots=True)
class VolumeParts:
    """What a volume is made of.

    title: its name. front: what cover, contents and back cover are printed from. cases:
    the cases in it, in order; with one case the front is the case. keep_until: see
    ``kept_until``.
    """

    title: str
    front: Subject
    cases: tuple[Subject, ...]
    gaps: tuple[Gap, ...]
    keep_until: date | None


class Volumes:
    """Volumes of one case (the case itself) and of several (a record of their own)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def gaps(self, record_id: RecordId) -> tuple[Gap, ...]:
        """Give what the volume of a case, or a volume of several, lacks; () for others."""
        name = self._store.type_of(record_id)
        record = None if name not in {CASE, VOLUME} else self._store.get(str(name), record_id)
        if record is None:
            return ()
        if name == CASE:
            return gaps_of_case(record)
        return gaps_of_volume(record, self._cases(record.cases))

    def gaps_of_draft(self, draft: Draft) -> tuple[Gap, ...]:
        """Give what the volume of a case being edited lacks."""
        return gaps_of_case(draft.build())

    def parts(self, record_id: RecordId) -> VolumeParts | None:
        """Give what is bound for a case or a volume of several; None for any other record."""
        with self._store.snapshot():
            name = self._store.type_of(record_id)
            if name not in {CASE, VOLUME}:
                return None
            subject = subject_of(self._store, str(name), record_id)
            if subject is None:
                return None
            gaps = self.gaps(record_id)
            until = kept_until(
                self._store.terms(), subject.values["filed_on"], subject.values["retention"]
            )
            if name == CASE:
                title = str(subject.values["volume_name"] or subject.values["title"])
                return VolumeParts(title, subject, (subject,), gaps, until)
            ids = [one["id"] for one in subject.values["cases"]]
            found = (subject_of(self._store, CASE, one) for one in ids)
            cases = tuple(one for one in found if one is not None)
            front = _as_a_case(subject, cases)
            return VolumeParts(str(subject.values["name"]), front, cases, gaps, until)

    def _cases(self, ids: Iterable[RecordId]) -> list[Any]:
        found = (self._store.get(CASE, one) for one in ids)
        return [one for one in found if one is not None]


def _as_a_case(volume: Subject, cases: Iterable[Subject]) -> Subject:
    """A volume of several cases as the papers of a case's volume want it.

    Cover, list of contents, statement and back cover are the same sheets in both kinds.
    """
    values, held = volume.values, list(cases)
    days = [
        day
        for case in held
        for day in (case.values["mediated_on"], case.values["mediated_until"])
        if day is not None
    ]
    mediators = {one["id"]: one for case in held for one in case.values["mediators"]}
    several = bool(days) and min(days) != max(days)
    return Subject(
        CASE,
        {
            "id": values["id"],
            "type": CASE,
            "title": values["title"],
            "committee": values["committee"],
            "number": values["number"],
            "volume_number": values["number"],
            "volume_name": values["name"],
            "mediators": list(mediators.values()),
            "mediated_on": min(days, default=None),
            "mediated_until": max(days) if several else None,
            "filed_by": values["filed_by"],
            "filed_on": values["filed_on"],
            "reviewed_by": values["reviewed_by"],
            "retention": values["retention"],
            "volume_note": values["note"],
            "remarks": values["remarks"],
        },
    )
