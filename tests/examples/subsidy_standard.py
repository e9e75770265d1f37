"""A valid example of 补助标准: what an ordinary case is paid."""

EXAMPLE: dict[str, object] = {
    "案件等级": "一般",
    "适用调委会": "全部",
    "补助金额": "100.00",
    "最高金额": "150.00",
    "执行日期": "2025-01-01",
    "依据（文号）": "示范县财行〔2024〕×号",
}
