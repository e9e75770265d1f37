"""A valid example of 文书样式: a county's switches and its own 移送回执."""

EXAMPLE: dict[str, object] = {
    "样式名称": "河阳县样式",
    "依据的自带样式": "本地样式",
    "本所默认样式": "是",
    "受理登记表开头一句": "短句",
    "卷宗封面的调解日期": "一个日期",
    "司法确认申请书格式": "法院格式",
    "正文字号": "四号（14磅）",
    "自有文书": [
        {
            "文书": "移送回执",
            "文书声明": 'label = "移送回执"\ntype = "mediation_case"\n'
            '[[block]]\nkind = "title"\ntext = "移送案件办理情况回执"\n'
            '[[block]]\nkind = "line"\ntext = "{source_unit;*}"\n',
            "改动说明": "标题按县局要求",
        }
    ],
}
