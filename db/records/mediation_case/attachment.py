"""证据和附件: what is filed in a case beside the printed forms, with or without a file."""

from __future__ import annotations

from datetime import date

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    count,
    on_date,
    owner,
    person_name,
    record,
    text,
    when,
)

PLACE = FieldGroup("filing", "归卷位置", "atomic")
FILE = FieldGroup("file", "文件", "atomic")
EVIDENCE = FieldGroup("evidence", "证据")
_IS_EVIDENCE = when("item", "07")
_LIST = "人民调解证据材料清单"


@record("证据和附件", title=("title",))
class Attachment:
    """One exhibit or scanned page: what it is, where it belongs in the volume, its bytes.

    ``sha256`` names the bytes in the ledger's attachment store; without it the piece of
    paper exists only on paper. ``paper``, ``row`` and ``page_no`` tell which page of which
    printed form a scan is, so that it stands in that page's place in the volume.
    """

    id: RecordId
    case: RecordId = owner("所属案件", "mediation_case")
    item: str | None = code(
        "卷内项目", "volume_item", in_list=True, group=PLACE, source="卷内目录", also=("类别",)
    )
    title: str = text(
        "材料名称",
        required=True,
        in_list=True,
        searchable=True,
        also=("证据名称", "名称", "附件名称"),
    )
    proves: str | None = text(
        "证明内容", long=True, group=EVIDENCE, shown_when=_IS_EVIDENCE, source=_LIST
    )
    original: str | None = code(
        "原件/复印件", "original_or_copy", in_list=True, group=EVIDENCE, source=_LIST
    )
    pages: int | None = count("页数", least=1, most=9999, in_list=True, source=_LIST)
    provided_by: str | None = person_name("提供人", in_list=True, group=EVIDENCE, source=_LIST)
    taken_on: date | None = on_date("取得日期", group=EVIDENCE, also=("提供日期",))
    paper: str | None = text("所属文书", length=40, group=PLACE, help="由扫描识别填写")
    row: str | None = text("所属记录", length=36, group=PLACE, help="由扫描识别填写")
    page_no: int | None = count("第几页", least=1, most=9999, group=PLACE)
    sha256: str | None = text("文件指纹", length=64, group=FILE, help="由程序填写")
    media: str | None = text("文件类型", length=60, group=FILE, help="由程序填写")
    size: int | None = count("文件大小（字节）", most=2_000_000_000, group=FILE)
    source_name: str | None = text("原文件名", group=FILE)
    remarks: str | None = text("备注", group=REMARKS)
