"""A valid example of 编号规则: case numbers of every committee, three digits, yearly."""

EXAMPLE: dict[str, object] = {
    "编号种类": "案号",
    "编号格式": "（{年}）{代字}人调字第{序号}号",
    "序号位数": 3,
    "起始序号": 1,
    "每年重新编号": "是",
    "启用日期": "2026-01-01",
}
