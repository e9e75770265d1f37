"""Runs one command: arguments in, answer out, one of four exit statuses."""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import platformdirs

from db.faults import Fault
from desktop.command_line.answer import WORLD_FAILED, WRONG_USE, Answer
from desktop.command_line.parser import WrongUse, build_parser
from desktop.command_line.session import Session

Command = Callable[[Session], Answer]

COMMANDS: dict[str, str] = {
    "init": "setting_up.init",
    "demo": "setting_up.demo",
    "operators": "setting_up.operators",
    "operator": "setting_up.operator",
    "types": "records.types",
    "add": "records.add",
    "change": "records.change",
    "remove": "records.remove",
    "show": "records.show",
    "list": "records.list_records",
    "find": "records.find",
    "history": "records.history",
    "undo": "records.undo",
    "numbers": "numbers.numbers",
    "duplicates": "twice.duplicates",
    "person": "twice.person",
    "import": "moving.take_in",
    "export": "moving.give_out",
    "papers": "papers.list_papers",
    "print": "papers.print_paper",
    "paper": "papers.paper",
    "reprint": "papers.reprint",
    "prints": "volumes.prints",
    "attach": "volumes.attach",
    "volume": "volumes.volume",
    "scan": "scans.scan",
    "reports": "papers.reports",
    "report": "papers.report",
    "close": "papers.close_period",
    "reopen": "papers.close_period",
    "due": "papers.due",
    "subsidy": "subsidies.subsidy",
    "bundle": "exchange.bundle",
    "receipt": "exchange.receipt",
    "conflicts": "exchange.conflicts",
    "settle": "exchange.conflicts",
    "card": "exchange.card",
    "enrol": "exchange.enrol",
    "keys": "exchange.keys",
    "check": "care.check",
    "backup": "care.backup",
    "backups": "care.backups",
    "restore": "care.restore",
}
"""Command → module and function of this package; a module is imported when called."""


def main(argv: Sequence[str]) -> int:
    """Run one command and give its exit status; a traceback is never shown."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    session: Session | None = None
    try:
        args = build_parser().parse_args(_with_sort_joined(argv))
        if args.command is None:
            raise WrongUse("没有写要做什么。用 sifasuo --help 查看全部命令。")
        session = Session(args)
        answer = _command(args.command)(session)
        print(answer.text(as_json=args.json))
        return answer.status
    except WrongUse as wrong:
        return _say(str(wrong), WRONG_USE)
    except Fault as fault:
        return _say(str(fault), WORLD_FAILED)
    except BrokenPipeError:
        sys.stdout = None  # the reader has gone (``| head``); there is nobody to tell
        return 0
    except OSError as failed:
        return _say(
            f"读写文件失败：{_why(failed)}。请检查路径、权限和磁盘空间后再试。",
            WORLD_FAILED,
        )
    except KeyboardInterrupt:
        return _say("已中断，没有完成的部分没有写入台账。", WORLD_FAILED)
    except Exception:  # noqa: BLE001 — the top: our bug, logged and never shown raw
        return _say(_log_bug(), WORLD_FAILED)
    finally:
        if session is not None:
            session.close()


def _command(name: str) -> Command:
    module, _, function = COMMANDS[name].partition(".")
    command: Command = getattr(import_module(f"desktop.command_line.{module}"), function)
    return command


def _with_sort_joined(argv: Sequence[str]) -> list[str]:
    """Let ``--sort -FIELD`` (newest first) through: argparse takes ``-FIELD`` for an option."""
    words = list(argv)
    for place, word in enumerate(words[:-1]):
        if word == "--sort":
            words[place : place + 2] = [f"--sort={words[place + 1]}"]
            break
    return words


def _say(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错",
}


def _why(failed: OSError) -> str:
    """Give in Chinese why the system refused, in its own words only where we have none."""
    return _REASONS.get(failed.errno or 0) or failed.strerror or str(failed)


def _log_bug() -> str:
    log = Path(platformdirs.user_log_path("sifasuo", appauthor=False)) / "bugs.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(traceback.format_exc() + "\n")
    except OSError:
        return "程序内部出错（程序的问题，不是您的操作问题），台账没有改动。请联系技术支持。"
    return f"程序内部出错（程序的问题，不是您的操作问题），台账没有改动。请把 {log} 交给技术支持。"
