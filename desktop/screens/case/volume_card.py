"""What the volume of a case still lacks, and the buttons that bind it and add to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.widgets import Card, button, column, label, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.rules.volume_gaps import Gap
    from desktop.theme import Theme

__all__ = ["VolumeCard"]

_HEIGHT, _HEIGHT_IN_LARGE_TYPE = 208, 168
"""In large type the papers above need the room, and the window may not outgrow its screen."""
_LARGE: Final = 1.1


class VolumeCard(Card):
    """Gaps of the volume as links to their fields; 装订整卷, 添加附件, 扫描件归卷."""

    field_wanted = Signal(str)
    bind_wanted = Signal()
    print_wanted = Signal()
    attach_wanted = Signal()
    scans_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(14, 10, 8, 10), spacing=4)
        self._theme = theme
        self._state = label("", "muted")
        self._lines = QWidget()
        self._lines.setProperty("role", "clear")
        self._column = column(theme, spacing=0)
        self._lines.setLayout(self._column)
        area = scrolled(self._lines)
        area.setProperty("role", "clear")
        self.setFixedHeight(theme.px(_HEIGHT_IN_LARGE_TYPE if theme.scale > _LARGE else _HEIGHT))
        self.bind = button("装订整卷", theme=theme, icon="archive", tip="按卷内目录装订成一个 PDF")
        attach = button("添加附件", "link", theme=theme, icon="paperclip")
        scans = button("扫描件归卷", "link", theme=theme, icon="scan-search")
        self.print = button("打印整卷", theme=theme, icon="printer")
        self.bind.clicked.connect(self.bind_wanted)
        self.print.clicked.connect(self.print_wanted)
        attach.clicked.connect(self.attach_wanted)
        scans.clicked.connect(self.scans_wanted)
        self.body.addLayout(
            row(theme, label("卷宗", "h2"), None, self._state, margins=(0, 0, 6, 0))
        )
        self.body.addWidget(area, 1)
        self.body.addLayout(row(theme, attach, scans, None, spacing=2))
        self.body.addLayout(row(theme, self.bind, self.print, margins=(0, 0, 6, 0)))

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show what is missing; first what must be there, then what is usual."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        must = [gap for gap in gaps if gap.severity == "warning"]
        self._state.setText(f"还缺 {len(must)} 项" if must else "必须件已齐")
        for gap in sorted(gaps, key=lambda one: one.severity != "warning"):
            words = gap.what if gap.severity == "warning" else f"{gap.what}（按需）"
            made = button(words, "link", theme=self._theme, tip=f"{gap.why}\n依据：{gap.source}")
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            made.setStyleSheet("text-align: left;")
            made.clicked.connect(partial(self.field_wanted.emit, gap.field))
            self._column.addWidget(made)
        self._column.addStretch(1)
