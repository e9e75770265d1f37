"""Faults of the exchange: every way a file, a card or a receipt can be wrong."""

from __future__ import annotations

from pathlib import Path

from db.faults import Fault

_AGAIN = "请让发出单位重新拷贝一份，本机数据没有改动。"


class FileMissing(Fault):
    """There is no such file."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"文件“{file}”不存在。", "请检查 U 盘是否插好、路径是否正确。")


class IsAFolder(Fault):
    """A folder was given where a file is needed."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"“{file}”是文件夹，不是文件。", "请选择文件夹里的那个文件。")


class EmptyFile(Fault):
    """The file has no content."""

    def __init__(self) -> None:
        super().__init__("这个文件是空的，可能没有拷贝完就拔出了 U 盘。", _AGAIN)


class TooLarge(Fault):
    """The file, or what is packed in it, is larger than any honest bundle."""

    def __init__(self) -> None:
        super().__init__("这个文件超过了数据包允许的大小，没有打开。", "请与发出单位核对这个文件。")


class NotABundle(Fault):
    """The file does not begin as a bundle does."""

    def __init__(self, looks_like: str = "") -> None:
        what = f"，看起来是{looks_like}" if looks_like else ""
        super().__init__(f"这个文件不是数据包{what}。", "请选择扩展名为 .sfb 的数据包文件。")


class CutOff(Fault):
    """The file ends before it should."""

    def __init__(self) -> None:
        super().__init__("这个文件不完整，后面缺了一段。", _AGAIN)


class HasMore(Fault):
    """Something was appended to the file."""

    def __init__(self) -> None:
        super().__init__("这个文件的末尾多出了不属于它的内容，没有收取。", _AGAIN)


class DamagedHeader(Fault):
    """The plain first lines cannot be read."""

    def __init__(self) -> None:
        super().__init__("这个文件的开头已损坏，看不出由谁发出。", _AGAIN)


class NewerFormat(Fault):
    """A newer edition of the program made the file."""

    def __init__(self) -> None:
        super().__init__(
            "这个文件由更新版本的程序生成，本程序读不了。", "请先更新本机程序，再收取同一个文件。"
        )


class WrongKind(Fault):
    """A receipt was given as a bundle, or the other way round."""

    def __init__(self, *, is_receipt: bool) -> None:
        if is_receipt:
            super().__init__("这是一张回执，不是数据包。", "请用“收回执”打开它。")
        else:
            super().__init__("这是一个数据包，不是回执。", "请用“收取数据包”打开它。")


class UnknownSender(Fault):
    """No card of this sender is enrolled."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(
            f"没有登记过“{name}”（{code}）的名片，不能收取它的文件。",
            "请先向该单位要名片文件并登记，电话核对指纹后再收取。",
        )


class OtherKey(Fault):
    """The file is signed by another key than the enrolled one."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"这个文件自称由“{name}”发出，但签名的钥匙不是登记过的那一把，没有收取。",
            "请打电话向该单位核对，不要使用这个文件。",
        )


class BadSignature(Fault):
    """The signature does not fit the content."""

    def __init__(self) -> None:
        super().__init__("这个文件没有有效的签名，内容被改动过或已损坏，没有收取。", _AGAIN)


class NotForUs(Fault):
    """The file is addressed to others."""

    def __init__(self) -> None:
        super().__init__("这个文件不是发给本单位的，没有收取。", "请把它交给它的接收单位。")


class OwnFile(Fault):
    """The file was made by this very office."""

    def __init__(self) -> None:
        super().__init__(
            "这是本单位自己发出的文件，不用收取。", "请把它交给接收单位；这里只收对方发来的文件。"
        )


class CannotUnseal(Fault):
    """Our key does not open the sealed part."""

    def __init__(self) -> None:
        super().__init__(
            "本单位的钥匙打不开这个文件。",
            "请让发出单位核对登记的是不是本单位现在的名片，然后重新生成。",
        )


class Readdressed(Fault):
    """The sealed part names another sender or receiver than the outside does."""

    def __init__(self) -> None:
        super().__init__(
            "这个文件里外写的发出单位或接收单位不一致，像是被人改装过，没有收取。",
            "请保留这个文件，并打电话向发出单位核对。",
        )


class DamagedInside(Fault):
    """The unsealed content is not what its manifest says."""

    def __init__(self, where: str) -> None:
        super().__init__(f"这个文件的内容前后不符（{where}），没有收取。", _AGAIN)


class UnknownPartner(Fault):
    """Nobody enrolled has this name or code."""

    def __init__(self, name: str, known: str) -> None:
        advice = f"已登记的有：{known}。" if known else "请先登记对方的名片。"
        super().__init__(f"没有登记过“{name}”。", advice)


class BadCard(Fault):
    """The file is not a card, or its signature does not fit."""

    def __init__(self, why: str) -> None:
        super().__init__(f"这个文件不是有效的名片（{why}）。", "请让对方重新导出名片再拷贝一次。")


class CardRefused(Fault):
    """The card is sound, but must not be enrolled here."""


class StickFailed(Fault):
    """The bundle could not be written to where it was wanted."""


class ReceiptNotWritten(Fault):
    """The bundle is in, but its receipt (or the copy that waits) could not be written."""

    def __init__(self) -> None:
        super().__init__(
            "数据包已收下，但回执没有写成（磁盘已满或发件箱不能写入）。",
            "请清出空间后再收取同一个数据包，回执会重新生成，数据不会重复。",
        )


class ReceiptRefused(Fault):
    """The receipt or receipt code does not fit anything sent from here."""
