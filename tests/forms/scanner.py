"""A scanner in software: printed pages come out skewed, noisy, grey and out of order."""

# Pillow's and pypdfium2's signatures are known in part only.
# pyright: reportUnknownMemberType=false, reportArgumentType=false

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DPI = 200


@dataclass(frozen=True)
class Wear:
    """What happens to a page on its way: the most of each, drawn evenly from nothing up."""

    skew: float = 3.0
    noise: float = 14.0
    blur: float = 0.8
    shade: int = 40
    stretch: float = 0.01
    quality: tuple[int, int] = (55, 90)
    upside_down: float = 0.1


PLAIN = Wear()


def printed_pages(pdf: bytes, dpi: float = DPI) -> Iterator[Image.Image]:
    """The pages of a PDF as they lie on the glass."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=dpi / 72, grayscale=True).to_pil()
    finally:
        document.close()


def scanned(page: Image.Image, chance: random.Random, wear: Wear = PLAIN) -> Image.Image:
    """One page through the scanner, grey."""
    grey = page.convert("L")
    wide, high = grey.size
    stretch = 1 + chance.uniform(-wear.stretch, wear.stretch)
    grey = grey.resize((round(wide * stretch), round(high * stretch)), Image.Resampling.BICUBIC)
    angle = chance.uniform(-wear.skew, wear.skew)
    if chance.random() < wear.upside_down:
        angle += 180
    grey = grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    grey = grey.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, wear.blur)))
    shade = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270)))
    depth = chance.uniform(0, wear.shade)
    shade = shade.resize(grey.size).point([round(one * depth / 255) for one in range(256)])
    grey = ImageChops.subtract(grey, shade)
    noise = Image.effect_noise(grey.size, chance.uniform(2, wear.noise))
    return ImageChops.add(grey, noise, 1, -128)


def as_jpeg(image: Image.Image, chance: random.Random, wear: Wear = PLAIN) -> bytes:
    """The file a scanner writes."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=chance.randint(*wear.quality), dpi=(DPI, DPI))
    return out.getvalue()


def shuffled_scans(
    pdfs: Sequence[bytes], seed: int, wear: Wear = PLAIN
) -> Iterator[tuple[int, int, bytes]]:
    """Every page as a JPEG, in any order: which document, which page (from 1), the file."""
    chance = random.Random(seed)
    pages = [
        (which, number, page)
        for which, pdf in enumerate(pdfs)
        for number, page in enumerate(printed_pages(pdf), 1)
    ]
    chance.shuffle(pages)
    for which, number, page in pages:
        yield which, number, as_jpeg(scanned(page, chance, wear), chance, wear)
