"""文书样式: how an office prints its papers where that differs from the shipped ones."""

from __future__ import annotations

from db.declare import (
    BASICS,
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    flag,
    owner,
    record,
    rows,
    text,
)

PARTIES = FieldGroup("switches", "当事人栏")
FORMS = FieldGroup("forms", "各种文书")
EDITIONS = FieldGroup("editions", "自有文书", "append")
_COPIES = "调解文书要点0.3（各地文书实样）"
_COURT = "司法确认申请书（法释〔2011〕5号）"
_OR_BASE = "不选时与依据的样式相同"


@record("自有文书", title=("paper",))
class PaperEdition:
    """An office's own edition of a paper: the whole declaration, in place of the shipped one.

    Checked by whoever prints when it is entered; see `db.rules.paper_profile`.
    """

    id: RecordId
    profile: RecordId = owner("所属样式", "paper_profile")
    paper: str = text(
        "文书",
        length=60,
        required=True,
        in_list=True,
        help="文书的名称，如人民调解协议书",
        also=("文书名称",),
    )
    content: str = text(
        "文书声明",
        long=True,
        required=True,
        help="TOML 文字，写法见“文书语言”说明；可先从自带文书复制，再改要改的地方",
        also=("内容",),
    )
    note: str | None = text("改动说明", in_list=True, help="改了哪里，依据哪个文件")


@record("文书样式", title=("name",), menu="参数设置", rank="name")
class PaperProfile:
    """A way of printing: a shipped profile with other switches, and papers of one's own.

    Each switch has the name it has in the language of the papers, and the column `value` of
    its code list the values; an empty one is as in the profile it is based on.
    """

    id: RecordId
    name: str = text(
        "样式名称",
        length=40,
        required=True,
        in_list=True,
        searchable=True,
        help="如：河阳县样式",
        also=("名称",),
    )
    based_on: str = code("依据的自带样式", "paper_base", required=True, default="1", in_list=True)
    in_use: bool | None = flag(
        "本所默认样式", in_list=True, group=BASICS, help="打印时没有另选样式就用它；只能有一个"
    )
    birth: str | None = code(
        "年龄或出生年月",
        "paper_birth",
        group=PARTIES,
        source=_COPIES,
        help=_OR_BASE,
        also=("当事人栏印年龄还是出生年月",),
    )
    id_number: str | None = code(
        "身份证号",
        "paper_yes_no",
        group=PARTIES,
        source=_COPIES,
        help=_OR_BASE,
        also=("当事人栏印身份证号",),
    )
    agent: str | None = code(
        "委托代理人",
        "paper_yes_no",
        group=PARTIES,
        source=_COPIES,
        help=_OR_BASE,
        also=("当事人栏印委托代理人",),
    )
    opening: str | None = code(
        "登记表开头",
        "paper_opening",
        group=FORMS,
        source=_COPIES,
        help=_OR_BASE,
        also=("受理登记表开头一句",),
    )
    cover_date: str | None = code(
        "封面调解日期",
        "paper_cover_date",
        group=FORMS,
        source=_COPIES,
        help=_OR_BASE,
        also=("卷宗封面的调解日期",),
    )
    catalogue: str | None = code(
        "卷内目录", "paper_catalogue", group=FORMS, source=_COPIES, help=_OR_BASE
    )
    catalogue_remarks: str | None = code(
        "目录备注栏",
        "paper_catalogue_remarks",
        group=FORMS,
        source=_COPIES,
        help=_OR_BASE,
        also=("卷内目录的备注栏",),
    )
    back_cover_title: str | None = code(
        "封底标题",
        "paper_yes_no",
        group=FORMS,
        source=_COPIES,
        help=_OR_BASE,
        also=("封底印“案卷封底”标题",),
    )
    confirmation: str | None = code(
        "司法确认申请",
        "paper_confirmation",
        group=FORMS,
        source=_COURT,
        help=_OR_BASE,
        also=("司法确认申请书格式",),
    )
    confirmation_parties: str | None = code(
        "司法确认称呼",
        "paper_confirmation_parties",
        group=FORMS,
        source=_COURT,
        help=_OR_BASE,
        also=("司法确认申请书对双方的称呼",),
    )
    closing_report: str | None = code(
        "结案报告表",
        "paper_yes_no",
        group=FORMS,
        source="各地结案报告表（非全国统一文书）",
        help="归卷时是否附结案报告表；" + _OR_BASE,
    )
    body_size: str | None = code(
        "正文字号", "paper_body_size", group=FORMS, source=_COPIES, help=_OR_BASE
    )
    editions: tuple[PaperEdition, ...] = rows("自有文书", "paper_edition", group=EDITIONS, most=60)
    remarks: str | None = text("备注", long=True, group=REMARKS)
