"""What a case as entered owes on a day, reckoned plainly: no SQL, no code of the program's."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.db.naive_calendar import end_of_days, end_of_months

Given = dict[str, Any]
Owed = tuple[str, date, date]
Numbers = dict[str, list[tuple[str, int]]]
"""An office's own numbers: (from that day on, so many), by name, the later days last."""
SHIPPED = {
    "mediation_days": 0, "mediation_months": 1, "mediation_reminder": 15,
    "confirmation_reminder": 7, "performance_reminder": 10, "follow_up_days": 15,
    "volume_days": 30, "volume_reminder": 10, "reply_days": 30, "risk_days": 1,
}  # fmt: skip
LASTING = {"司法确认": timedelta(0), "立卷": timedelta(days=30)}
"""How long a duty stays owed after its last day, where it is not a year."""


def number(name: str, on: date, set_to: Numbers) -> int:
    """The number that holds on a day."""
    found = SHIPPED[name]
    for since, value in set_to.get(name, ()):
        found = value if since <= on.isoformat() else found
    return found


def days(count: int) -> timedelta:
    """Give so many days."""
    return timedelta(days=count)


def as_day(case: Given, name: str) -> date | None:
    """Give a day as entered, or None."""
    text = case.get(name)
    return date.fromisoformat(text) if text else None


def is_over(case: Given) -> bool:
    """Whether a case was voided, refused, withdrawn or handed over."""
    names = ("voided", "refusal_reason", "withdrawal_reason", "handed_to")
    return any(case.get(name) for name in names)


def term_ends(case: Given, own: dict[str, str], set_to: Numbers) -> date:
    """The last day of mediating."""
    accepted = date.fromisoformat(case["accepted_on"])
    count = number("mediation_days", accepted, set_to)
    if count:
        end = end_of_days(accepted, count, own)
    else:
        end = end_of_months(accepted, number("mediation_months", accepted, set_to), own)
    agreed = as_day(case, "extended_until")
    return agreed if agreed is not None and agreed > end else end


def closed(case: Given) -> date | None:
    """The day a case was closed, as the program fills it in."""
    if case.get("closed_on"):
        return as_day(case, "closed_on")
    if case.get("result") not in ("1", "2"):
        return None
    agreements: list[Given] = case.get("agreements", [])
    first = as_day(agreements[0], "agreed_on") if agreements else None
    return first or as_day(case, "mediated_on")


def effective(agreement: Given) -> date | None:
    """The day an agreement took effect; an oral one does when it is reached."""
    agreed = as_day(agreement, "agreed_on")
    return agreed if agreement.get("form") == "1" else as_day(agreement, "effective_on") or agreed


def unperformed(agreement: Given) -> bool:
    """Whether nothing tells how an agreement was performed."""
    state = agreement.get("performance_state")
    return state is None or (state == "99" and not agreement.get("performed_on"))


def court_ends(agreement: Given, own: dict[str, str]) -> date | None:
    """The last day for asking the court, where asking may matter."""
    start = effective(agreement)
    asked = agreement.get("confirmation") in ("1", "2", "3")
    done = agreement.get("performed_on") or not unperformed(agreement)
    if start is None or asked or done or agreement.get("confirms_status"):
        return None
    return end_of_days(start, 30, own)


def visit_from(agreement: Given) -> date | None:
    """The day from which an agreement is to be followed up."""
    day = as_day(agreement, "performed_on") or as_day(agreement, "due_on")
    agreed = as_day(agreement, "agreed_on")
    at_once = day is not None and agreed is not None and day <= agreed
    return None if at_once or agreement.get("performance_state") in ("3", "4") else day


def visited_since(case: Given, day: date) -> bool:
    """Whether a visit was made on or after a day."""
    return any((as_day(one, "visited_on") or day) >= day for one in case.get("follow_ups", ()))


def owed_by(case: Given, today: date, own: dict[str, str], set_to: Numbers) -> list[Owed]:
    """Give (duty, since, until) of everything a case owes on a day, in any order."""
    found = [*_of_case(case, own, set_to), *_of_agreements(case, own, set_to)]
    return [one for one in found if one[1] <= today <= one[2] + LASTING.get(one[0], days(365))]


def _of_case(case: Given, own: dict[str, str], set_to: Numbers) -> list[Owed]:
    found: list[Owed] = []
    accepted, over, ended = date.fromisoformat(case["accepted_on"]), is_over(case), closed(case)
    is_open = not over and case.get("result") not in ("1", "2") and ended is None
    if is_open:
        last = term_ends(case, own, set_to)
        found.append(("调解期限", last - days(number("mediation_reminder", last, set_to)), last))
        risk, reported = case.get("forecast"), case.get("reported_on")
        if not reported and (
            risk in ("3", "5") or (risk in ("2", "4") and not case.get("precautions"))
        ):
            found.append(
                (
                    "激化风险",
                    accepted,
                    end_of_days(accepted, number("risk_days", accepted, set_to), own),
                )
            )
    if not over and case.get("result") in ("1", "2"):
        if ended is not None and not case.get("filed_on"):
            last = end_of_days(ended, number("volume_days", ended, set_to), own)
            found.append(("立卷", last - days(number("volume_reminder", last, set_to)), last))
        if case["result"] == "2" and not case.get("remedies_told_on"):
            day = ended or as_day(case, "terminated_on") or accepted
            found.append(("告知救济", day, day))
    letter = as_day(case, "source_letter_on")
    if letter is not None and not case.get("source_reply_on") and not case.get("voided"):
        found.append(
            ("移送回复", letter, end_of_days(letter, number("reply_days", letter, set_to), own))
        )
    return found


def _of_agreements(case: Given, own: dict[str, str], set_to: Numbers) -> list[Owed]:
    found: list[Owed] = []
    if is_over(case) or case.get("result") == "2":
        return found
    for agreement in case.get("agreements", ()):
        last = court_ends(agreement, own)
        if last is not None:
            found.append(
                ("司法确认", last - days(number("confirmation_reminder", last, set_to)), last)
            )
        due = as_day(agreement, "due_on")
        if due is not None and unperformed(agreement):
            found.append(("协议履行", due - days(number("performance_reminder", due, set_to)), due))
        since = visit_from(agreement)
        if since is not None and not visited_since(case, since):
            found.append(
                ("回访", since, end_of_days(since, number("follow_up_days", since, set_to), own))
            )
    return found
