"""One valid example of every record type, as `add` takes it; all people are fictional."""

from typing import Any, Final

from tests.examples.committee import EXAMPLE as COMMITTEE
from tests.examples.committee_term import EXAMPLE as COMMITTEE_TERM
from tests.examples.consultant import EXAMPLE as CONSULTANT
from tests.examples.consultant_contract import EXAMPLE as CONSULTANT_CONTRACT
from tests.examples.grading_criterion import EXAMPLE as GRADING_CRITERION
from tests.examples.holiday import EXAMPLE as HOLIDAY
from tests.examples.legal_service_place import EXAMPLE as LEGAL_SERVICE_PLACE
from tests.examples.mediation_case import EXAMPLE as MEDIATION_CASE
from tests.examples.mediator import EXAMPLE as MEDIATOR
from tests.examples.numbering import EXAMPLE as NUMBERING
from tests.examples.office import EXAMPLE as OFFICE
from tests.examples.paper_profile import EXAMPLE as PAPER_PROFILE
from tests.examples.person import EXAMPLE as PERSON
from tests.examples.rule_setting import EXAMPLE as RULE_SETTING
from tests.examples.service_log import EXAMPLE as SERVICE_LOG
from tests.examples.subsidy import EXAMPLE as SUBSIDY
from tests.examples.subsidy_standard import EXAMPLE as SUBSIDY_STANDARD
from tests.examples.village import EXAMPLE as VILLAGE
from tests.examples.volume import EXAMPLE as VOLUME

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "office": OFFICE,
    "village": VILLAGE,
    "person": PERSON,
    "committee": COMMITTEE,
    "committee_term": COMMITTEE_TERM,
    "mediator": MEDIATOR,
    "mediation_case": MEDIATION_CASE,
    "volume": VOLUME,
    "legal_service_place": LEGAL_SERVICE_PLACE,
    "consultant": CONSULTANT,
    "consultant_contract": CONSULTANT_CONTRACT,
    "service_log": SERVICE_LOG,
    "holiday": HOLIDAY,
    "rule_setting": RULE_SETTING,
    "paper_profile": PAPER_PROFILE,
    "subsidy_standard": SUBSIDY_STANDARD,
    "grading_criterion": GRADING_CRITERION,
    "subsidy": SUBSIDY,
    "numbering": NUMBERING,
}
"""The example of each record type, in an order in which links can be resolved."""
