"""The township and the pages of `tests.desktop.pages`, for the bespoke screens."""

from tests.desktop.pages.conftest import doors, make_page_of, office, township

__all__ = ["doors", "make_page_of", "office", "township"]
