"""Work off the main thread: a job with its own ledger connection, its answer on the window's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

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


def _is_there(callback: Callable[..., object]) -> bool:
    """Whether the widget whose method a callback is has not been closed meanwhile."""
    if isinstance(callback, partial):
        return _is_there(callback.func)
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Running:
    """A job under way, as its page sees it."""

    def __init__(self) -> None:
        self._stop = Event()

    def cancel(self) -> None:
        """Call the job off: no answer comes any more, and its next step ends it."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the job was called off."""
        return self._stop.is_set()


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who is told what of a job."""

    key: str
    done: Callable[[Any], object]
    failed: Callable[[Exception], object] | None
    progress: Step | None


class _Post(QObject):
    """Carries what jobs say to the thread of the window; one for all of them.

    An object per job would be deleted with what its page hangs on it, in the midst of which
    Shiboken 6.11 crashes, or by the worker that drops it last.
    """

    ended = Signal(object, object, object)
    stepped = Signal(object, int, int)


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
        self._post.ended.emit(self._running, answer, error)

    def _step(self, done: int, total: int) -> None:
        if self._running.is_cancelled:
            raise Cancelled
        if total:
            self._post.stepped.emit(self._running, done, total)


class Work(QObject):
    """Runs jobs for one window, two at a time, and ends them with it."""

    def __init__(self, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: dict[Running, _Asked] = {}
        self._post = _Post(self)
        self._post.ended.connect(self._ended)
        self._post.stepped.connect(self._stepped)

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
        replace one another: the answer of the older is thrown away. Nobody is called when the
        method belongs to a page that is gone.
        """
        for other, asked in list(self._running.items()):
            if key and asked.key == key:
                other.cancel()
        running = Running()
        self._running[running] = _Asked(key, done, failed, progress)
        self._pool.start(_Task(self._ledger, job, running, self._post))
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

    @Slot(object, int, int)
    def _stepped(self, running: Running, done: int, total: int) -> None:
        asked = self._running.get(running)
        if running.is_cancelled or asked is None or asked.progress is None:
            return
        if _is_there(asked.progress):
            asked.progress(done, total)

    @Slot(object, object, object)
    def _ended(self, running: Running, answer: object, error: Exception | None) -> None:
        asked = self._running.pop(running, None)
        if asked is None or running.is_cancelled or not _is_there(asked.done):
            return
        if error is None:
            asked.done(answer)
        elif asked.failed:
            asked.failed(error)
        else:
            raise error
