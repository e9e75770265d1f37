"""The message boxes and file dialogs of tests: nothing opens, everything is kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.messages import Messages

__all__ = ["RecordedMessages"]


class RecordedMessages(Messages):
    """Opens nothing: keeps what was said, and answers from a list made beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.answers: deque[object] = deque()

    def tell(self, parent: QWidget | None, text: str, more: str = "") -> None:
        self._keep(text, more)

    def warn(self, parent: QWidget | None, text: str, more: str = "") -> None:
        self._keep(text, more)

    def ask(self, parent: QWidget | None, text: str, more: str = "", *, yes: str = "确定") -> bool:
        self._keep(text, more)
        return bool(self.answers.popleft())

    def choose(
        self, parent: QWidget | None, text: str, choices: Sequence[str], more: str = ""
    ) -> int:
        self._keep(text, more)
        answer = self.answers.popleft()
        return answer if isinstance(answer, int) else list(choices).index(str(answer))

    def pick(self, parent: QWidget | None, text: str, choices: Sequence[str]) -> int | None:
        self._keep(text, "")
        answer = self.answers.popleft()
        return None if answer is None else list(choices).index(str(answer))

    def ask_text(
        self, parent: QWidget | None, text: str, value: str = "", *, secret: bool = False
    ) -> str | None:
        self._keep(text, value)
        answer = self.answers.popleft()
        return None if answer is None else str(answer)

    def open_file(
        self, parent: QWidget | None, title: str, kinds: str, folder: Path | None = None
    ) -> Path | None:
        return self._path(title)

    def open_files(self, parent: QWidget | None, title: str, kinds: str) -> list[Path]:
        chosen = self._path(title)
        return [] if chosen is None else [chosen]

    def save_file(
        self, parent: QWidget | None, title: str, name: str | Path, kinds: str
    ) -> Path | None:
        return self._path(title)

    def open_folder(
        self, parent: QWidget | None, title: str, folder: Path | None = None
    ) -> Path | None:
        return self._path(title)

    def _keep(self, *words: str) -> None:
        self.said.append("".join(words))

    def _path(self, title: str) -> Path | None:
        self._keep(title)
        answer = self.answers.popleft()
        return None if answer is None else Path(str(answer))
