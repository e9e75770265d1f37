"""Amounts of money in Chinese capitals, as they stand in agreements and receipts."""

from decimal import ROUND_HALF_UP, Decimal

__all__ = ["chinese_money"]

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = ("", "拾", "佰", "仟")
SECTIONS = ("", "万", "亿", "万亿")


def chinese_money(amount: Decimal) -> str:
    """An amount in 元 in capitals: 壹仟贰佰元整, 伍拾元零叁分.

    Source: 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》 三、四.
    """
    fen = int(amount.quantize(Decimal("0.01"), ROUND_HALF_UP) * 100)
    yuan, rest = divmod(fen, 100)
    jiao, fen = divmod(rest, 10)
    text = f"{_chinese_whole(yuan)}元" if yuan else ""
    if not rest:
        return f"{text or '零元'}整"
    if jiao:
        text += f"{DIGITS[jiao]}角"
    elif yuan:
        text += "零"
    return text + (f"{DIGITS[fen]}分" if fen else "整")


def _chinese_whole(number: int) -> str:
    parts: list[str] = []
    gap = False
    for place in reversed(range(len(SECTIONS))):
        section = number // 10_000**place % 10_000
        if not section:
            gap = bool(parts)
            continue
        if parts and (gap or section < 1000):
            parts.append("零")
        parts.append(_chinese_section(section) + SECTIONS[place])
        gap = False
    return "".join(parts)


def _chinese_section(number: int) -> str:
    text, gap = "", False
    for place in reversed(range(4)):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + UNITS[place]
            gap = False
        else:
            gap = bool(text)
    return text
