"""The generic list: any record type, from its declaration."""

from db.records import record_type
from desktop.page import Desk, Intent
from desktop.record_list.page import ListPage

__all__ = ["ListPage", "make_page"]


def make_page(desk: Desk, intent: Intent) -> ListPage:
    """The list of the intent's record type."""
    return ListPage(desk, record_type(intent.type_name), intent)
