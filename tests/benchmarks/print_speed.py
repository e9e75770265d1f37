"""How fast papers become PDF, as ratios to ReportLab's bare canvas in the same run.

    python -m tests.benchmarks.print_speed

Rounds alternate, so that a busy machine slows both sides; the median of CPU times is compared.
One raw page is 1,600 characters of one face put on a bare canvas as finished operators: the
least that any printing with ReportLab can cost.

Limits: one paper alone at most 30 raw pages, a paper within a batch at most 3.
"""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
import statistics
import sys
import time
from collections.abc import Callable

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from forms.fonts import face_file, glyph_of, run_width, split_runs
from forms.pdf import draw_pdf
from forms.plan import Item, Page, Plan, Rule, TextRun

RAW_PAGES = 100
BATCH = 200
ROUNDS = 5
SINGLE_LIMIT = 30.0
BATCH_LIMIT = 3.0

_SENTENCE = (
    "申请人李{rare}与被申请人张{other}系同村邻居，双方房屋相邻，中间有一条宽约{n}米的公共通道。"
    "2024年3月{n}日，被申请人在该通道上堆放建筑材料，影响申请人一家正常通行，双方由此发生争执。"
    "经调解，双方互谅互让，自愿达成如下协议：一次性赔偿医疗费、误工费共计人民币{n}00元，"
    "于本协议签订之日起{n}日内付清，双方今后不得再以任何理由占用该通道。"
)
_RARE = "䶮𬭎㛃堃昉玥翀旻"


def main() -> int:
    """Print times and ratios; 1 when a limit is broken."""
    font = TTFont("raw", str(face_file("SONG")), shapable=False)
    pdfmetrics.registerFont(font)
    papers = [paper(number) for number in range(BATCH)]
    jobs: dict[str, tuple[Callable[[int], object], int]] = {
        "raw page": (lambda _: raw_pages(font), RAW_PAGES),
        "paper alone": (lambda turn: draw_pdf(papers[turn]), 1),
        "paper in a batch": (lambda _: draw_pdf(papers), BATCH),
    }
    times = {name: seconds_each(jobs, name) for name in jobs}
    raw = times["raw page"]
    for name, seconds in times.items():
        print(f"{name:18} {seconds * 1000:8.2f} ms  {seconds / raw:6.1f} raw pages")
    alone = len(draw_pdf(papers[0]))
    print(f"bytes: alone {alone:,}, in a batch {len(draw_pdf(papers)) // BATCH:,} each")
    broken = (
        times["paper alone"] > SINGLE_LIMIT * raw or times["paper in a batch"] > BATCH_LIMIT * raw
    )
    print("LIMIT BROKEN" if broken else "within the limits")
    return int(broken)


def paper(number: int) -> Plan:
    """A one-page agreement of about 800 characters and a ruled table, already laid out."""
    text = "".join(
        _SENTENCE.format(rare=_RARE[n % 8], other=_RARE[(n + number) % 8], n=n + number % 60)
        for n in range(6)
    )
    items: list[Item] = [*_line("TITLE", 20, 200, 70, "人民调解协议书")]
    for row, label in enumerate(("姓名", "性别", "民族", "职业", "住址")):
        items += _line("HEI", 10.5, 60, 110 + 20 * row, label)
        items += _line("SONG", 9.5, 120, 110 + 20 * row, f"张{_RARE[row]}，汉族，1{number:010}")
        items.append(Rule(56, 96 + 20 * row, 540, 96 + 20 * row))
    for row, start in enumerate(range(0, min(len(text), 800), 40)):
        items += _line("FANG", 11, 60, 240 + 18 * row, text[start : start + 40])
    return Plan((Page(items=tuple(items)),), "人民调解协议书")


def _line(role: str, size: float, x: float, y: float, text: str) -> list[TextRun]:
    found: list[TextRun] = []
    for face, part in split_runs(text, role):
        found.append(TextRun(x, y, size, face, part))
        x += run_width([(face, part)], size)
    return found


def raw_pages(font: TTFont) -> bytes:
    """A document of full pages, written with nothing but finished operators."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    document = vars(canvas)["_doc"]
    chars = [chr(code) for code in range(0x4E00, 0x4E00 + 400) if glyph_of(chr(code), "SONG")[0]]
    codes = {char: font.splitString(char, document)[0] for char in chars}
    names = {subset: font.getSubsetInternalName(subset, document) for subset, _ in codes.values()}
    for page in range(RAW_PAGES):
        lines: list[str] = []
        for row in range(40):
            lines.append(f"BT 56.00 {780 - row * 18:.2f} Td")
            used = -1
            run: list[str] = []
            for place in range(40):
                subset, code = codes[chars[(page * 7 + row * 3 + place) % len(chars)]]
                if subset != used:
                    if run:
                        lines.append(f"<{''.join(run)}> Tj")
                    run, used = [], subset
                    lines.append(f"{names[subset]} 10.5 Tf")
                run.append(f"{code[0]:02X}")
            lines.append(f"<{''.join(run)}> Tj ET")
        vars(canvas)["_code"].append("\n".join(lines))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def seconds_each(jobs: dict[str, tuple[Callable[[int], object], int]], name: str) -> float:
    """The median CPU time of one job's unit, each round beside one raw round."""
    job, units = jobs[name]
    raw = jobs["raw page"][0]
    taken: list[float] = []
    for turn in range(ROUNDS):
        raw(turn)
        start = time.process_time()
        job(turn)
        taken.append((time.process_time() - start) / units)
    return statistics.median(taken)


if __name__ == "__main__":
    sys.exit(main())
