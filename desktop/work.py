"""Work off the main thread: a job with its own ledger connection, its answer on the window's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

if TYPE_CHECKING:
    from db.ledger import Ledger

__all__ = ["Cancelled", "Job", "Running", "Step", "Work"]

Answer = TypeVar("Answer")

Step = Callable[[int, int], None]
"""Called by a job as step(done, total); raises `Cancelled` when nobody wants its answer."""

Job = Callable[["Ledger", Step], Answer]
"""What is done off the main thread. It touches no widget and nothing of the page."""


class Cancelled(Exception):
    """The job was called off; its transaction is rolled back and nothing is delivered."""


class Running(QObject):
    """A job under way, as its page sees it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()

    def cancel(self) -> None:
        """Call the job off: no answer comes any more, and its next step ends it."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the job was called off."""
        return self._stop.is_set()


class _Post(QObject):
    """Carries what a job says to the thread of the window."""

    ended = Signal(object, object)
    stepped = Signal(int, int)


class _Task(QRunnable):
    def __init__(self, ledger: Ledger, job: Job[Any], running: Running, post: _Post) -> None:
        super().__init__()
        self._ledger = ledger
        self._job = job
        self._running = running
        self._post = post

    def run(self) -> None:
        answer: object = None
        error: Exception | None = None
        try:
            self._step(0, 0)
            with closing(self._ledger.second()) as ledger:
                answer = self._job(ledger, self._step)
        except Exception as caught:  # noqa: BLE001 - carried to the main thread, raised there
            error = caught
        self._post.ended.emit(answer, error)

    def _step(self, done: int, total: int) -> None:
        if self._running.is_cancelled:
            raise Cancelled
        if total:
            self._post.stepped.emit(done, total)


class _Delivery(QObject):
    """Lives in the window's thread and hands the answer to those who asked."""

    over = Signal(object)

    def __init__(
        self,
        running: Running,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None,
        progress: Step | None,
    ) -> None:
        super().__init__(running)
        self._running = running
        self._done = done
        self._failed = failed
        self._progress = progress
        self.post = _Post()
        self.post.ended.connect(self._ended)
        self.post.stepped.connect(self._stepped)

    @Slot(int, int)
    def _stepped(self, done: int, total: int) -> None:
        if self._progress and not self._running.is_cancelled:
            self._progress(done, total)

    @Slot(object, object)
    def _ended(self, answer: object, error: Exception | None) -> None:
        self.over.emit(self._running)
        if self._running.is_cancelled:
            return
        if error is None:
            self._done(answer)
        elif self._failed:
            self._failed(error)
        else:
            raise error


class Work(QObject):
    """Runs jobs for one window, two at a time, and ends them with it."""

    def __init__(self, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: dict[Running, str] = {}

    def run(
        self,
        job: Job[Answer],
        done: Callable[[Answer], object],
        failed: Callable[[Exception], object] | None = None,
        progress: Step | None = None,
        *,
        key: str = "",
    ) -> Running:
        """Start a job and give the handle to call it off.

        done, failed and progress are called in the window's thread. Without `failed` the
        error is raised there, where the top of the program shows it. Jobs of the same `key`
        replace one another: the answer of the older is thrown away.
        """
        for other, name in list(self._running.items()):
            if key and name == key:
                other.cancel()
        running = Running(self)
        self._running[running] = key
        delivery = _Delivery(running, done, failed, progress)
        delivery.over.connect(self._forget)
        self._pool.start(_Task(self._ledger, job, running, delivery.post))
        return running

    @property
    def is_busy(self) -> bool:
        """Whether any job is under way that was not called off."""
        return any(not running.is_cancelled for running in self._running)

    @property
    def is_under_way(self) -> bool:
        """Whether any job still runs, called off or not."""
        return bool(self._running)

    def finish(self) -> None:
        """Call everything off and wait until no job touches the ledger any more."""
        for running in self._running:
            running.cancel()
        self._pool.waitForDone()

    @Slot(object)
    def _forget(self, running: Running) -> None:
        self._running.pop(running, None)
        running.deleteLater()
