"""Scanned pages: read from files, recognised by their code, made ready for the file."""

from forms.scanned.codes import Found, find_code
from forms.scanned.pages import ScannedPage, UnreadableScan, is_scan, scanned_pages
from forms.scanned.picture import FiledPicture, filed_picture

__all__ = [
    "FiledPicture",
    "Found",
    "ScannedPage",
    "UnreadableScan",
    "filed_picture",
    "find_code",
    "is_scan",
    "scanned_pages",
]
