"""The arguments of the command line, as the contract names them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    # argparse gives its own return type no public name.
    from argparse import (
        _SubParsersAction as SubParsersAction,  # pyright: ignore[reportPrivateUsage]
    )

COMMON = """台账所在文件夹用 --ledger，口令用 --password-file，机器可读的结果用 --json。"""


class WrongUse(Exception):
    """The command line was used wrongly; the text says how it is used rightly."""


def not_yet(what: str) -> NoReturn:
    """Say plainly that a command is not offered yet, with status 2."""
    raise WrongUse(f"{what}尚未提供，将在以后的版本加入。")


class Parser(argparse.ArgumentParser):
    """An argument parser that reports wrong use in Chinese and never exits by itself."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse instead of printing English and leaving."""
        raise WrongUse(f"命令写法不对：{_in_chinese(message)}。用 {self.prog} --help 查看写法。")


def _in_chinese(message: str) -> str:
    known = (
        ("the following arguments are required:", "缺少"),
        ("unrecognized arguments:", "不认识的参数"),
        ("expected one argument", "后面要跟一个值"),
        ("invalid choice:", "没有这个选项"),
        ("invalid int value:", "应是整数"),
        ("argument ", "参数 "),
    )
    message, _, _ = message.partition(" (choose from ")
    for english, chinese in known:
        message = message.replace(english, chinese)
    return message


def _common(parser: argparse.ArgumentParser, *, top: bool) -> None:
    unset = None if top else argparse.SUPPRESS
    parser.add_argument("--ledger", metavar="DIR", default=unset, help="台账文件夹")
    parser.add_argument("--password-file", metavar="FILE", default=unset, help="口令文件（第一行）")
    parser.add_argument("--operator", metavar="NAME", default=unset, help="操作人")
    parser.add_argument("--now", metavar="TIME", default=unset, help="本次运行的时间（ISO）")
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help="输出 JSON",
    )


def build_parser() -> Parser:
    """Give the parser of every command; ``args.command`` holds the command's name."""
    parser = Parser(prog="sifasuo", description="司法所台账", epilog=COMMON)
    _common(parser, top=True)
    made = parser.add_subparsers(dest="command", metavar="命令", parser_class=Parser)
    groups = (_add_setting_up, _add_records, _add_moving, _add_papers, _add_subsidies)
    for add in (*groups, _add_exchange, _add_care):
        add(made)
    return parser


def _command(made: SubParsersAction[Parser], name: str, text: str, *places: str) -> Parser:
    parser: Parser = made.add_parser(name, help=text, description=text)
    _common(parser, top=False)
    for place in places:
        if place.endswith("?"):
            parser.add_argument(place[:-1], nargs="?", default=None)
        elif place.endswith("*"):
            parser.add_argument(place[:-1], nargs="*")
        else:
            parser.add_argument(place)
    return parser


def _add_setting_up(made: SubParsersAction[Parser]) -> None:
    init = _command(made, "init", "新建台账")
    init.add_argument("--kind", choices=("office", "laptop", "county"), required=True)
    init.add_argument("--name", required=True)
    init.add_argument("--code", required=True)
    init.add_argument("--county-card", metavar="FILE")
    demo = _command(made, "demo", "新建演示台账（全部虚构）")
    demo.add_argument("--cases", type=int, default=3000)
    demo.add_argument("--seed", type=int, default=1)
    _command(made, "operators", "列出操作人")
    operator = _command(made, "operator", "增加、删除操作人或改口令", "action", "name?")
    operator.add_argument("--role", choices=("经办人", "所长", "只读"), default="经办人")
    operator.add_argument("--new-password-file", metavar="FILE")
    _command(made, "types", "记录类型及其栏目", "type?")


def _add_records(made: SubParsersAction[Parser]) -> None:
    added = _command(made, "add", "登记记录（JSON 或 JSON Lines）", "type", "file?")
    added.add_argument(
        "--number",
        action="store_true",
        help="没有带编号的按编号规则编号；不写时照原样登记，不补编号",
    )
    change = _command(made, "change", "修改记录", "id", "file?")
    change.add_argument("--reason", default="")
    remove = _command(made, "remove", "移入回收站", "id")
    remove.add_argument("--reason", required=True)
    _command(made, "show", "显示一条记录", "id")
    listed = _command(made, "list", "列出记录", "type")
    listed.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE")
    listed.add_argument("--search", default="")
    listed.add_argument("--sort")
    listed.add_argument("--limit", type=int, default=50)
    listed.add_argument("--offset", type=int, default=0)
    _command(made, "find", "全库查找", "text").add_argument("--limit", type=int, default=50)
    _command(made, "history", "修改历史", "id")
    _command(made, "undo", "撤销上一步或一个批次", "batch?")
    numbers = _command(made, "numbers", "编号情况：最后一号、空号、重号")
    numbers.add_argument("--year", type=int, metavar="YEAR", help="年份，不写为今年")
    _command(made, "duplicates", "疑似重复：全部，或一件案件的", "id?")
    person = _command(
        made, "person", "同一人：merge 合并掉的 保留的；split 拆开", "action", "id", "into?"
    )
    person.add_argument("--reason", required=True)


def _add_moving(made: SubParsersAction[Parser]) -> None:
    taken = _command(made, "import", "导入 Excel、CSV、JSON Lines", "type", "file")
    taken.add_argument("--mapping")
    taken.add_argument("--dry-run", action="store_true")
    _command(made, "export", "导出 Excel、CSV、JSON Lines", "type", "file")


def _add_papers(made: SubParsersAction[Parser]) -> None:
    _command(made, "papers", "可打印的文书", "type?")
    printed = _command(made, "print", "打印文书为 PDF", "paper", "ids*")
    printed.add_argument("--out", required=True, metavar="FILE.pdf")
    printed.add_argument("--blank", action="store_true")
    printed.add_argument("--profile", metavar="NAME")
    printed.add_argument("--masked", action="store_true", help="公开稿：姓名、号码、住址作化名处理")
    shown = _command(made, "paper", "文书的声明（show）和文书样式（profiles）", "action", "name?")
    shown.add_argument("--profile", metavar="NAME")
    again = _command(made, "reprint", "按打印编号原样重打", "number")
    again.add_argument("--out", required=True, metavar="FILE.pdf")
    _command(made, "prints", "一条记录的打印记录，此后是否已修改", "id")
    attach = _command(made, "attach", "给案件添加附件（照片、扫描件、PDF）", "id")
    attach.add_argument("files", nargs="+", metavar="FILE")
    attach.add_argument("--item", required=True, metavar="ITEM", help="卷内项目（代码或名称）")
    attach.add_argument("--title", help="材料名称，不写时用文件名")
    volume = _command(made, "volume", "装订整卷：案件，或多案一卷的卷宗", "id")
    volume.add_argument("--out", required=True, metavar="FILE.pdf")
    volume.add_argument("--profile")
    volume.add_argument("--masked", action="store_true", help="公开稿：化名处理，不装入扫描件")
    scan = _command(made, "scan", "扫描件归入案卷")
    scan.add_argument("files", nargs="+", metavar="FILE|FOLDER")
    scan.add_argument("--dry-run", action="store_true", help="只看归到哪里，不写入")
    scan.add_argument("--replace", action="store_true", help="替换已有的不同扫描件")
    scan.add_argument("--case", metavar="ID", help="没有识别的页归入这一案")
    scan.add_argument("--item", metavar="ITEM", help="归入卷内哪一项（代码或名称）")
    _command(made, "reports", "统计报表")
    report = _command(made, "report", "生成统计报表", "report")
    report.add_argument("--period", required=True)
    report.add_argument("--out", metavar="FILE")
    report.add_argument("--trace", metavar="ROW,COLUMN")
    _command(made, "close", "结账", "period")
    _command(made, "reopen", "重开", "period").add_argument("--reason", required=True)
    _command(made, "due", "到期与逾期事项").add_argument("--on", metavar="DATE")


def _add_subsidies(made: SubParsersAction[Parser]) -> None:
    subsidy = _command(made, "subsidy", "以案定补：可申报案件、申报、审核、发放表、示例标准")
    # Parsers of their own, so that options may stand before the ids.
    actions = subsidy.add_subparsers(dest="action", metavar="动作", parser_class=Parser)
    period = ("--period",)
    for name, text, options in (
        ("candidates", "季度内结案的案件：可否申报、等级、金额", period),
        ("claim", "申报（写案号，或 --all）", (*period, "--all", "ids")),
        ("claims", "已申报的案件", (*period, "--state")),
        ("advance", "初审、复核、发放、不予发放", ("--state", "--on", "--reason", "ids")),
        ("sheet", "发放表，按调解员汇总", (*period, "--all")),
        ("examples", "各地补助标准示例", ()),
        ("start", "加入一地的示例标准", ("--example", "--from")),
    ):
        action = _command(actions, name, text)
        for option in options:
            if option == "ids":
                action.add_argument("ids", nargs="*")
            elif option == "--all":
                action.add_argument("--all", action="store_true", help=_SUBSIDY_OPTIONS[option])
            else:
                action.add_argument(option, help=_SUBSIDY_OPTIONS[option])


_SUBSIDY_OPTIONS = {
    "--period": "季度，例如 2026Q3",
    "--all": "本季度结案的全部可申报案件；发放表也包括未复核的",
    "--state": "初审通过、复核通过、已发放、不予发放",
    "--on": "审核或发放日期，不写为当天",
    "--reason": "不予发放的原因",
    "--example": "地名，见 subsidy examples",
    "--from": "标准开始执行的日期，不写为本季度第一天",
}


def _add_exchange(made: SubParsersAction[Parser]) -> None:
    bundle = _command(made, "bundle", "数据包：make 生成、look 查看、take 收取", "action", "file?")
    bundle.add_argument("--to", metavar="NAME")
    bundle.add_argument("--out", metavar="DIR")
    bundle.add_argument("--all", action="store_true", help="也包括对方已收到的")
    _command(made, "receipt", "收回执", "action", "file")
    _command(made, "conflicts", "待处理的冲突")
    settle = _command(made, "settle", "处理一处冲突", "id", "group")
    settle.add_argument("--take", required=True)
    _command(made, "card", "导出本单位名片").add_argument("--out", required=True)
    _command(made, "enrol", "登记对方名片", "file")
    keys = _command(made, "keys", "导出应急钥匙，可用 age 工具打开数据包")
    keys.add_argument("--out", required=True, metavar="FILE")


def _add_care(made: SubParsersAction[Parser]) -> None:
    _command(made, "check", "核对台账")
    _command(made, "backup", "备份").add_argument("--to", metavar="DIR")
    _command(made, "backups", "列出备份")
    _command(made, "restore", "从备份恢复到新文件夹", "file")
