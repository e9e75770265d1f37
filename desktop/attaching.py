"""Files taken in as attachments of a case: made ready, kept, and entered as rows; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.faults import Fault
from db.ledger import Refused
from forms.volume.pictures import Sheets, UnreadablePicture, taken_in

if TYPE_CHECKING:
    from db.kinds import RecordId
    from db.ledger import Ledger

__all__ = ["Attached", "CaseNotSaved", "NotACase", "attach"]

OWNER, FIELD = "mediation_case", "attachments"
MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment that was entered: its row, what it is called, its pages and bytes."""

    id: RecordId
    title: str
    sha256: str
    media: str
    pages: int
    size: int


class NotACase(Fault):
    """The record takes no attachments."""

    def __init__(self) -> None:
        super().__init__("只有调解案件可以添加附件。", "请选择一个调解案件。")


class CaseNotSaved(Fault):
    """The case cannot be saved as it stands, so nothing can be added to it."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(f"案件不能保存，附件没有添加：{refused}", "请先打开案件改正，再添加附件。")


def attach(
    ledger: Ledger, case_id: RecordId, files: Sequence[Path], item: str, *, title: str = ""
) -> list[Attached]:
    """Take files in as attachments of a case, all or none, in the order given.

    item: a code of `volume_item`. title: what they are called, else the file's own name. Raises
    `UnreadablePicture` for a file that is no picture or PDF, `CaseNotSaved` when a rule forbids
    saving the case as it stands, and store faults as saving.
    """
    if ledger.store.type_of(case_id) != OWNER:
        raise NotACase
    ready = [(file, sheets) for file in files for sheets in taken_in(_content(file), file.name)]
    draft = ledger.draft(case_id, OWNER)
    if draft is None:
        raise NotACase
    made: list[Attached] = []
    names = _titles(title, [file for file, _ in ready])
    for (file, sheets), called in zip(ready, names, strict=True):
        # The bytes are on disk before the row that names them is saved.
        sha256 = ledger.attachments.put(sheets.content)
        row = draft.add_row(FIELD)
        problems = row.take(_values(sheets, sha256, called, item, file))
        if problems:
            raise UnreadablePicture(
                file.name, f"不能登记：{problems[0].message}", "请改正后再添加。"
            )
        size = len(sheets.content)
        made.append(Attached(row.id, called, sha256, sheets.media, sheets.pages, size))
    try:
        ledger.save(draft, "添加附件")
    except Refused as refused:
        raise CaseNotSaved(refused) from refused
    return made


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise UnreadablePicture(
                file.name, "大于 200 MB", "请用不高于 300 dpi 的设置重新扫描，或拆成几个文件。"
            )
        return file.read_bytes()
    except OSError as failed:
        raise UnreadablePicture(file.name, "读不出来", "请核对路径和权限后再试。") from failed


def _titles(title: str, files: Sequence[Path]) -> list[str]:
    """What each is called; of several with one name each has a number."""
    bare = [title or file.stem for file in files]
    made: list[str] = []
    for place, name in enumerate(bare):
        number = bare[: place + 1].count(name)
        made.append(f"{name}（{number}）" if bare.count(name) > 1 else name)
    return made


def _values(sheets: Sheets, sha256: str, title: str, item: str, file: Path) -> dict[str, object]:
    return {
        "item": item,
        "title": title,
        "pages": sheets.pages,
        "sha256": sha256,
        "media": sheets.media,
        "size": len(sheets.content),
        "source_name": file.name,
    }
