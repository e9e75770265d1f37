"""Faults of the store: what can go wrong with the ledger's folder, file and keys."""

from __future__ import annotations

from pathlib import Path

from db.faults import Fault


class NotALedger(Fault):
    """The folder holds no ledger."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"“{folder}”里没有台账。", "请核对文件夹的位置，或先新建一本台账。")


class AlreadyALedger(Fault):
    """A ledger was to be made where files already are."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"“{folder}”里已经有文件，不能在这里新建台账。", "请选择一个空文件夹。")


class WrongPassword(Fault):
    """No slot of the key file opens with this password."""

    def __init__(self, operator: str | None = None) -> None:
        who = f"“{operator}”的" if operator else ""
        super().__init__(
            f"{who}密码不对，台账没有打开。",
            "请检查大小写和输入法后重试；忘记密码时可用恢复密钥重设。",
        )


class UnknownOperator(Fault):
    """The key file has no slot of this operator."""

    def __init__(self, operator: str) -> None:
        super().__init__(
            f"台账里没有登记操作员“{operator}”。", "请核对姓名，或请所长先添加这位操作员。"
        )


class OperatorRefused(Fault):
    """An operator cannot be added or removed as asked."""


class PasswordNeeded(Fault):
    """The ledger has no open slot and no password was given."""

    def __init__(self) -> None:
        super().__init__("这本台账有密码保护，没有打开。", "请输入操作员密码。")


class BadRecoveryKey(Fault):
    """The recovery key is mistyped, or belongs to another ledger."""

    def __init__(self) -> None:
        super().__init__("恢复密钥不对。", "请对照打印的恢复密钥逐组核对后重新输入（不分大小写）。")


class DamagedKeys(Fault):
    """The key file is missing or cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            "台账的密钥文件（ledger.keys）缺失或已损坏。",
            "请从最近的备份里取回这个文件，不要新建。",
        )


class DamagedLedger(Fault):
    """The file is not what the program wrote: damaged, cut off, or not ours."""

    def __init__(self, detail: str = "") -> None:
        more = f"（{detail}）" if detail else ""
        super().__init__(
            f"台账文件已损坏或不是本程序的台账{more}。",
            "请停止使用这个文件，从最近的备份恢复；原文件请保留，以便抢救。",
        )


class NewerLedger(Fault):
    """A newer edition of the program wrote the file."""

    def __init__(self) -> None:
        super().__init__("这本台账由更新版本的程序保存，本程序不能打开。", "请先更新程序再打开。")


class LedgerLocked(Fault):
    """Another program is writing and did not finish in time."""

    def __init__(self) -> None:
        super().__init__(
            "另一个窗口或命令正在写入这本台账，这一步没有保存。", "请等它结束后再试一次。"
        )


class ReadOnlyFolder(Fault):
    """The folder or the file cannot be written."""

    def __init__(self, folder: Path | str) -> None:
        super().__init__(
            f"不能写入台账文件夹“{folder}”。", "请检查文件夹是否只读、是否有写入权限。"
        )


class ReadOnlyRole(Fault):
    """The operator may only read."""

    def __init__(self) -> None:
        super().__init__("您的角色是只读，不能修改台账。", "需要修改时请由经办人登录。")


class DiskFull(Fault):
    """The disk has no room left; the transaction was rolled back."""

    def __init__(self) -> None:
        super().__init__("磁盘空间已满，这一步没有保存，已保存的内容完好。", "请清出空间后再试。")


class DiskFailed(Fault):
    """Reading or writing the file failed below SQLite."""

    def __init__(self) -> None:
        super().__init__(
            "读写台账文件时磁盘出错，这一步没有完成。",
            "请检查磁盘连接；仍出错时请先备份再更换磁盘。",
        )


class UnsafePlace(Fault):
    """The folder lies on a network or removable drive, where SQLite can lose data."""

    def __init__(self, folder: Path, kind: str) -> None:
        super().__init__(
            f"“{folder}”在{kind}上，在那里使用台账可能损坏数据。",
            "请把台账放在本机硬盘的文件夹里。",
        )


class WrongEngine(Fault):
    """The SQLite library lacks something the ledger cannot do without."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"数据库组件不合要求（{detail}）。", "请重新安装本程序。")


class MigrationFailed(Fault):
    """An upgrade of the file stopped; the file is as it was before."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"升级台账文件没有成功（{detail}），台账保持升级前的样子。",
            "请保留备份并联系技术支持。",
        )


class BackupFailed(Fault):
    """A backup could not be made or is not sound."""


class ChangedElsewhere(Fault):
    """The record to be changed is not there (any more)."""

    def __init__(self, label: str) -> None:
        super().__init__(f"这条{label}记录已不在台账里，没有保存。", "请刷新列表后重新打开。")


class OthersRecord(Fault):
    """The record came from another office, which alone may change it."""

    def __init__(self, label: str, office: str) -> None:
        super().__init__(
            f"这条{label}记录是单位 {office} 报来的，本机不能修改。", "请由该单位更正后重新报送。"
        )


class MissingAttachment(Fault):
    """The file of an attachment is not in the ledger's folder."""

    def __init__(self, sha256: str) -> None:
        super().__init__(
            f"附件的文件不在本机（校验码 {sha256[:12]}）。",
            "请从备份里取回台账的附件文件夹（attachments），或重新添加这份附件。",
        )


class DamagedAttachment(Fault):
    """The file of an attachment is not what was kept."""

    def __init__(self, sha256: str) -> None:
        super().__init__(
            f"附件的文件已损坏（校验码 {sha256[:12]}）。",
            "请从备份里取回台账的附件文件夹（attachments），或重新添加这份附件。",
        )
