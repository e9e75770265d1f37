"""The only place that opens message boxes and file dialogs; handed in, so tests replace it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from db.faults import Fault

__all__ = ["Messages"]

_Icon = QMessageBox.Icon
_Role = QMessageBox.ButtonRole


class Messages:
    """Asks and tells in plain Chinese: what happened, then what to do next."""

    def tell(self, parent: QWidget | None, text: str, more: str = "") -> None:
        """Say that something is done, or how things are."""
        self._box(parent, _Icon.Information, text, more, ("知道了",))

    def warn(self, parent: QWidget | None, text: str, more: str = "") -> None:
        """Say that something did not happen, and what to do next."""
        self._box(parent, _Icon.Warning, text, more, ("知道了",))

    def fault(self, parent: QWidget | None, error: Exception) -> None:
        """Say what a fault says; anything else is our bug and is raised again."""
        if not isinstance(error, Fault):
            raise error
        self.warn(parent, error.what, error.advice)

    def bug(self, parent: QWidget | None, log: Path) -> None:
        """Say that the program itself was wrong, and let the user reach the log."""
        text = "程序内部出错（程序的问题，不是您的操作问题），刚才那一步没有完成。"
        more = f"已保存的内容完好。可以继续使用；请把日志交给技术支持：\n{log}"
        choices = ("复制日志位置", "打开日志目录", "继续")
        chosen = self.choose(parent, text, choices, more)
        if chosen == 0:
            QGuiApplication.clipboard().setText(str(log))
        elif chosen == 1:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(log.parent)))

    def ask(self, parent: QWidget | None, text: str, more: str = "", *, yes: str = "确定") -> bool:
        """Ask for a decision; `yes` is the verb on the button. Esc is no."""
        return self._box(parent, _Icon.Question, text, more, (yes, "取消")) == 0

    def choose(
        self, parent: QWidget | None, text: str, choices: Sequence[str], more: str = ""
    ) -> int:
        """Ask which of several things to do; the index, the last one also for Esc."""
        return self._box(parent, _Icon.Question, text, more, choices)

    def ask_text(
        self, parent: QWidget | None, text: str, value: str = "", *, secret: bool = False
    ) -> str | None:
        """Ask for one line; None when the user thinks better of it."""
        echo = QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal
        dialog = QInputDialog(parent)
        dialog.setWindowTitle("请填写")
        dialog.setLabelText(text)
        dialog.setTextEchoMode(echo)
        dialog.setTextValue(value)
        dialog.setOkButtonText("确定")
        dialog.setCancelButtonText("取消")
        return dialog.textValue() if dialog.exec() else None

    def open_file(
        self, parent: QWidget | None, title: str, kinds: str, folder: Path | None = None
    ) -> Path | None:
        """Ask for a file that exists; kinds as Qt writes them ("数据包 (*.sfsb)")."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder or ""), kinds)
        return Path(name) if name else None

    def save_file(
        self, parent: QWidget | None, title: str, name: str | Path, kinds: str
    ) -> Path | None:
        """Ask where to write a file; `name` is the proposal. Asks before overwriting."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(name), kinds)
        return Path(chosen) if chosen else None

    def open_folder(
        self, parent: QWidget | None, title: str, folder: Path | None = None
    ) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(parent, title, str(folder or ""))
        return Path(name) if name else None

    def _box(
        self,
        parent: QWidget | None,
        icon: QMessageBox.Icon,
        text: str,
        more: str,
        choices: Sequence[str],
    ) -> int:
        box = QMessageBox(icon, "司法所台账", text, QMessageBox.StandardButton.NoButton, parent)
        box.setInformativeText(more)
        buttons = [
            box.addButton(choice, _Role.RejectRole if i == len(choices) - 1 else _Role.AcceptRole)
            for i, choice in enumerate(choices)
        ]
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[-1])
        box.exec()
        clicked = box.clickedButton()
        return next((i for i, made in enumerate(buttons) if made is clicked), len(buttons) - 1)
