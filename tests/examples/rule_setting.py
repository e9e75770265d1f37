"""A valid example of 规则参数: a reminder an office wants earlier, from a day on."""

EXAMPLE: dict[str, object] = {
    "参数": "立卷到期提醒提前天数",
    "本所数值": 15,
    "起用日期": "2026-01-01",
    "依据（文号）": "示范县司法局2026年工作安排",
}
