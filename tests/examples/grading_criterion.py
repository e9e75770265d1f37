"""A valid example of 难度认定标准: ten people make a case a grave one."""

EXAMPLE: dict[str, object] = {
    "认定等级": "重大",
    "衡量内容": "涉及人数",
    "达到数值": 10,
    "启用": "是",
    "依据（文号）": "示范县司〔2024〕×号",
}
