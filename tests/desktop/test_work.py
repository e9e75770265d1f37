"""Work off the main thread: answers, errors and progress arrive where they are wanted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.work import Step, Work
from tests.desktop.conftest import LedgerInMemory


@pytest.fixture
def work(ledger: LedgerInMemory) -> Iterator[Work]:
    """Work for one window, ended with the test."""
    made = Work(cast("Any", ledger))
    yield made
    made.finish()


def test_the_answer_comes_on_the_thread_of_the_window(work: Work, qtbot: QtBot) -> None:
    threads: list[tuple[object, object]] = []

    def job(_ledger: object, _step: Step) -> object:
        return threading.current_thread()

    work.run(job, lambda there: threads.append((there, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0][0] is not threading.main_thread()
    assert threads[0][1] is threading.main_thread()


def test_a_job_has_a_ledger_of_its_own_and_it_is_closed(
    work: Work, ledger: LedgerInMemory, qtbot: QtBot
) -> None:
    answers: list[object] = []
    work.run(lambda _ledger, _step: 7, answers.append)
    qtbot.waitUntil(lambda: answers == [7])
    assert (ledger.opened, ledger.closed) == (1, 1)


def test_an_error_reaches_the_one_who_asked(
    work: Work, ledger: LedgerInMemory, qtbot: QtBot
) -> None:
    errors: list[Exception] = []

    def job(_ledger: object, _step: Step) -> object:
        raise OSError("拔掉了")

    work.run(job, print, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], OSError)
    assert ledger.closed == 1


def test_an_error_nobody_waits_for_is_raised_in_the_window(work: Work, qtbot: QtBot) -> None:
    def job(_ledger: object, _step: Step) -> object:
        raise ValueError("bug")

    with qtbot.captureExceptions() as raised:
        work.run(job, print)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ValueError


def test_progress_is_told_in_order(work: Work, qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    answers: list[object] = []

    def job(_ledger: object, step: Step) -> str:
        for done in range(1, 4):
            step(done, 3)
        return "over"

    work.run(job, answers.append, progress=lambda done, total: steps.append((done, total)))
    qtbot.waitUntil(lambda: bool(answers))
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_cancelled_job_stops_at_its_next_step_and_answers_nothing(
    work: Work, qtbot: QtBot
) -> None:
    go_on, reached = threading.Event(), threading.Event()
    answers: list[object] = []
    after: list[int] = []

    def job(_ledger: object, step: Step) -> str:
        reached.set()
        go_on.wait(5)
        step(1, 2)
        after.append(1)
        return "too late"

    running = work.run(job, answers.append, answers.append)
    assert reached.wait(5)
    running.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not work.is_under_way)
    assert (answers, after) == ([], [])


def test_a_newer_job_of_the_same_key_replaces_the_older(work: Work, qtbot: QtBot) -> None:
    go_on = threading.Event()
    answers: list[object] = []

    def slow(_ledger: object, _step: Step) -> str:
        go_on.wait(5)
        return "older"

    work.run(slow, answers.append, key="list")
    work.run(lambda _ledger, _step: "newer", answers.append, key="list")
    go_on.set()
    qtbot.waitUntil(lambda: not work.is_under_way)
    assert answers == ["newer"]


def test_ending_the_work_waits_until_no_job_touches_the_ledger(
    work: Work, ledger: LedgerInMemory
) -> None:
    reached, go_on = threading.Event(), threading.Event()
    answers: list[object] = []

    def job(_ledger: object, _step: Step) -> None:
        reached.set()
        go_on.wait(5)

    work.run(job, answers.append)
    assert reached.wait(5)
    threading.Timer(0.05, go_on.set).start()
    work.finish()
    assert ledger.closed == ledger.opened == 1
    assert answers == []


class ClosedPage(QObject):
    """Takes an answer that touches it, as pages do."""

    def take(self, answer: object) -> None:
        """Show the answer: an error once Qt has deleted the page."""
        self.setObjectName(str(answer))


def test_a_page_that_is_gone_is_told_nothing(work: Work, qtbot: QtBot) -> None:
    page = ClosedPage()
    with qtbot.captureExceptions() as raised:
        work.run(lambda _ledger, _step: 7, page.take)
        delete(page)
        qtbot.waitUntil(lambda: not work.is_under_way)
    assert not raised
