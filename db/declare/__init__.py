"""The declaration of a record type: what fields it has, grouped, and how they merge.

A record type is a frozen class whose annotated attributes are made by the typed
helpers. A field says *what* it is, never how it looks.
"""

from db.declare.described import (
    Condition,
    Field,
    FieldGroup,
    MergePolicy,
    RecordClass,
    RecordType,
    Values,
    when,
)
from db.declare.helpers import (
    BASICS,
    REMARKS,
    at_time,
    code,
    codes,
    count,
    credit_code,
    decimal,
    flag,
    id_number,
    kind_of,
    link,
    links,
    money,
    on_date,
    owner,
    person_name,
    phone,
    postcode,
    record,
    record_type_of,
    rows,
    text,
)
from db.identity import age_on
from db.kinds import RecordId

__all__ = [
    "BASICS",
    "REMARKS",
    "Condition",
    "Field",
    "FieldGroup",
    "MergePolicy",
    "RecordClass",
    "RecordId",
    "RecordType",
    "Values",
    "age_on",
    "at_time",
    "code",
    "codes",
    "count",
    "credit_code",
    "decimal",
    "flag",
    "id_number",
    "kind_of",
    "link",
    "links",
    "money",
    "on_date",
    "owner",
    "person_name",
    "phone",
    "postcode",
    "record",
    "record_type_of",
    "rows",
    "text",
    "when",
]
