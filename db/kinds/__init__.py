"""Field kinds: what a value is, how it is read, shown, stored and sent."""

from db.kinds.coded import Code, Codes
from db.kinds.kind import Kind, RecordId
from db.kinds.linked import Link, Links, Rows, canonical_id
from db.kinds.number import FLAG, MONEY, Count, Fixed, Flag
from db.kinds.text import (
    CREDIT_CODE,
    ID_NUMBER,
    LONG,
    PERSON_NAME,
    PHONE,
    POSTCODE,
    SHORT,
    CheckedText,
    Text,
    half_width,
)
from db.kinds.when import CLOCK_TIME, DATE, ClockTime, Date, YearOnly

__all__ = [
    "CLOCK_TIME",
    "CREDIT_CODE",
    "DATE",
    "FLAG",
    "ID_NUMBER",
    "LONG",
    "MONEY",
    "PERSON_NAME",
    "PHONE",
    "POSTCODE",
    "SHORT",
    "CheckedText",
    "ClockTime",
    "Code",
    "Codes",
    "Count",
    "Date",
    "Fixed",
    "Flag",
    "Kind",
    "Link",
    "Links",
    "RecordId",
    "Rows",
    "Text",
    "YearOnly",
    "canonical_id",
    "half_width",
]
