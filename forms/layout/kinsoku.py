"""Where a Chinese line may end, and which punctuation may be squeezed.

Source: GB/T 15834-2011 《标点符号用法》 5.1 (place of marks in a line); W3C 《中文排版需求》 3.1.
"""

from collections.abc import Sequence

__all__ = ["break_places", "is_closing", "is_space", "squeezes"]

NO_START = frozenset("。，、；：？！）》」』】〕〉”’\uff3d\uff5d〗％‰℃·～々,.;:?!)]}%")
NO_END = frozenset("（《“「『【〔‘〈\uff3b\uff5b〖([{￥$")
KEPT_WHOLE = frozenset("—…―─")
# Marks drawn in one half of their square: the other half may be given up.
CLOSING = frozenset("。，、；：）》」』】〕〉”’\uff3d\uff5d〗")
OPENING = frozenset("（《「『【〔〈“‘\uff3b\uff5b〖")
SPACES = frozenset(" 　\u00a0")


def is_closing(char: str) -> bool:
    """Whether the right half of a full-width mark is empty, so that it may be cut off."""
    return char in CLOSING


def is_space(char: str) -> bool:
    """Whether a character is a blank that may hang over the end of a line."""
    return char in SPACES


def squeezes(char: str, following: str) -> bool:
    """Whether half an em is taken out between two full-width marks that meet."""
    if char in CLOSING:
        return following in CLOSING or following in OPENING
    return char in OPENING and following in OPENING


def break_places(chars: Sequence[str], widths: Sequence[float]) -> tuple[list[int], list[int]]:
    """For every place of a paragraph, the nearest place at or before it where a line may end.

    `chars` and `widths` have one entry per character; place k stands before character k. The
    first list keeps words and numbers whole, the second only obeys the punctuation rules: it
    serves words that are longer than a line. 0 means that there is no such place.
    """
    whole, split = [0], [0]
    last_whole = last_split = 0
    for place in range(1, len(chars)):
        before, after = chars[place - 1], chars[place]
        if _may_part(before, after) and widths[place] > 0:
            last_split = place
            if not (_is_word(before) and _is_word(after)):
                last_whole = place
        whole.append(last_whole)
        split.append(last_split)
    end = len(chars)
    return [*whole, end], [*split, end]


def _may_part(before: str, after: str) -> bool:
    if after in NO_START or after in SPACES or before in NO_END:
        return False
    return not (before == after and before in KEPT_WHOLE)


def _is_word(char: str) -> bool:
    if "!" <= char <= "~":
        return True
    return "\u00a1" < char < "\u2000" and char not in "·—…×÷°"
