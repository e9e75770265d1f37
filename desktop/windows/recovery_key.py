"""Shows the recovery key of a new ledger, once, and goes on when it has been written down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from desktop.look.widgets import button, column, label, row
from desktop.theme import Theme

__all__ = ["RecoveryKeyDialog"]


class RecoveryKeyDialog(QDialog):
    """Cannot be closed before the user says that the key is on paper."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setWindowTitle("恢复密钥")
        self.setModal(True)
        shown = label(key, "h2", wrap=True)
        shown.setAccessibleName(f"恢复密钥 {key}")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = button("复制", theme=theme, icon="copy")
        copy.setAutoDefault(False)  # Enter is for going on
        copy.clicked.connect(self._copy)
        self._written = QCheckBox("我已抄写在纸上，封存在保险柜")
        self._written.setAccessibleName("我已抄写在纸上，封存在保险柜")
        self._go_on = button("进入台账", "primary", theme=theme)
        self._go_on.setDefault(True)
        self._go_on.setEnabled(False)
        self._written.toggled.connect(self._go_on.setEnabled)
        self._go_on.clicked.connect(self.accept)
        words = "忘记密码时，只有它能打开台账。它只显示这一次，请抄写后核对一遍。"
        self.setLayout(
            column(
                theme,
                label("请抄写恢复密钥", "big"),
                label(words, wrap=True),
                shown,
                row(theme, self._written, None, copy, self._go_on),
                spacing=16,
                margins=(28, 22, 28, 22),
            )
        )
        self.setMinimumWidth(theme.px(560))

    def reject(self) -> None:
        if self._written.isChecked():
            super().reject()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
