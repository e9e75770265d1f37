"""Excel and text files out of the ledger: reports and whole record types."""

from db.exchange.workbook.records import export_file, sheet_file
from db.exchange.workbook.report import write_report

__all__ = ["export_file", "sheet_file", "write_report"]
