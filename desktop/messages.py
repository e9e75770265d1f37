"""The only place that opens message boxes and file dialogs; handed in, so tests replace it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

# By module, not by class: a class of PySide is loaded when it is first named, and these
# four cost 6 ms that the start of the window need not pay.
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QWidget

from db.faults import Fault

__all__ = ["Messages"]


class Messages:
    """Asks and tells in plain Chinese: what happened, then what to do next."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def tell(self, parent: QWidget | None, text: str, more: str = "") -> None:
        """Say that something is done, or how things are."""
        self._box(parent, QtWidgets.QMessageBox.Icon.Information, text, more, ("知道了",))

    def warn(self, parent: QWidget | None, text: str, more: str = "") -> None:
        """Say that something did not happen, and what to do next."""
        self._box(parent, QtWidgets.QMessageBox.Icon.Warning, text, more, ("知道了",))

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
            QtGui.QGuiApplication.clipboard().setText(str(log))
        elif chosen == 1:
            QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(log.parent)))

    def ask(self, parent: QWidget | None, text: str, more: str = "", *, yes: str = "确定") -> bool:
        """Ask for a decision; `yes` is the verb on the button. Esc is no."""
        return (
            self._box(parent, QtWidgets.QMessageBox.Icon.Question, text, more, (yes, "取消")) == 0
        )

    def choose(
        self, parent: QWidget | None, text: str, choices: Sequence[str], more: str = ""
    ) -> int:
        """Ask which of several things to do; the index, the last one also for Esc."""
        return self._box(parent, QtWidgets.QMessageBox.Icon.Question, text, more, choices)

    def ask_text(
        self, parent: QWidget | None, text: str, value: str = "", *, secret: bool = False
    ) -> str | None:
        """Ask for one line; None when the user thinks better of it."""
        echo = (
            QtWidgets.QLineEdit.EchoMode.Password if secret else QtWidgets.QLineEdit.EchoMode.Normal
        )
        dialog = QtWidgets.QInputDialog(parent)
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
        dialog = self._dialog(parent, title, kinds, folder)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        return next(iter(self._chosen(dialog)), None)

    def open_files(self, parent: QWidget | None, title: str, kinds: str) -> list[Path]:
        """Ask for any number of files that exist."""
        dialog = self._dialog(parent, title, kinds)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFiles)
        return self._chosen(dialog)

    def pick(self, parent: QWidget | None, text: str, choices: Sequence[str]) -> int | None:
        """Ask for one of a list; the index, None when the user thinks better of it."""
        chosen, sure = QtWidgets.QInputDialog.getItem(
            parent, "请选择", text, list(choices), 0, editable=False
        )
        return choices.index(chosen) if sure else None

    def save_file(
        self, parent: QWidget | None, title: str, name: str | Path, kinds: str
    ) -> Path | None:
        """Ask where to write a file; `name` is the proposal. Asks before overwriting."""
        dialog = self._dialog(parent, title, kinds)
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(str(name))
        return next(iter(self._chosen(dialog)), None)

    def open_folder(
        self, parent: QWidget | None, title: str, folder: Path | None = None
    ) -> Path | None:
        """Ask for a folder."""
        name = QtWidgets.QFileDialog.getExistingDirectory(parent, title, str(folder or ""))
        return Path(name) if name else None

    def _dialog(
        self, parent: QWidget | None, title: str, kinds: str, folder: Path | None = None
    ) -> QtWidgets.QFileDialog:
        """A file dialog in the folder used last; Qt itself would begin where the program lies."""
        places = QtCore.QStandardPaths
        home = places.writableLocation(places.StandardLocation.DocumentsLocation)
        begin = folder or self._folder or Path(home)
        dialog = QtWidgets.QFileDialog(parent, title, str(begin if begin.is_dir() else ""), kinds)
        # The translation that comes with Qt leaves these two in English.
        dialog.setLabelText(QtWidgets.QFileDialog.DialogLabel.LookIn, "位置：")
        dialog.setLabelText(QtWidgets.QFileDialog.DialogLabel.FileType, "类型：")
        return dialog

    def _chosen(self, dialog: QtWidgets.QFileDialog) -> list[Path]:
        files = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
        if files:
            self._folder = files[0].parent
        dialog.deleteLater()
        return files

    def _box(
        self,
        parent: QWidget | None,
        icon: QtWidgets.QMessageBox.Icon,
        text: str,
        more: str,
        choices: Sequence[str],
    ) -> int:
        box = QtWidgets.QMessageBox(
            icon, "司法所台账", text, QtWidgets.QMessageBox.StandardButton.NoButton, parent
        )
        box.setInformativeText(more)
        roles = QtWidgets.QMessageBox.ButtonRole
        buttons = [
            box.addButton(choice, roles.RejectRole if i == len(choices) - 1 else roles.AcceptRole)
            for i, choice in enumerate(choices)
        ]
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[-1])
        box.exec()
        clicked = box.clickedButton()
        return next((i for i, made in enumerate(buttons) if made is clicked), len(buttons) - 1)
