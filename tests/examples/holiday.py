"""A valid example of 节假日: a day off of a year the shipped list does not have."""

EXAMPLE: dict[str, object] = {
    "日期": "2027-02-08",
    "类别": "休假",
    "名称": "春节",
    "依据（文号）": "国办发明电〔2026〕×号",
}
