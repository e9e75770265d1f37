"""The one lock around PDFium, which may not be called from two threads at once.

Binding and reading scans both run on worker threads; whoever calls PDFium holds it.
"""

from threading import Lock

__all__ = ["PDFIUM"]

PDFIUM = Lock()
