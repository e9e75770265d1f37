"""Builds the fonts in resources/fonts from registry packages, and writes their lock file.

    python -m tools.build_fonts WORKING_FOLDER [FACE ...]

Downloads the packages into the working folder (npm, apt-get and dpkg-deb must be installed),
builds every face, or only those named, and compares with `fonts.lock.json`: the result is the
same to the byte with the same fontTools. The files are committed once; do not commit rebuilt
ones without need, since git keeps every version of 85 MB.
"""

# fontTools tells the types of few tables: their fields come with what is read from the file.
# pyright: basic, reportAttributeAccessIssue=false

import hashlib
import json
import subprocess
import sys
import tarfile
from dataclasses import asdict
from pathlib import Path

import fontTools
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

from tools.font_changes import CHANGES
from tools.font_sources import PACKAGES, RECIPES, UNIHAN, CharacterSet, Recipe, common_hanzi
from tools.symbol_font import symbol_font

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
LOCK = FONTS / "fonts.lock.json"
KEPT_TABLES = {
    "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "GlyphOrder",
}  # fmt: skip
# 1 January 2024 in seconds since 1904, so that a rebuilt font has the same bytes.
BUILT_AT = 3786912000


def main(arguments: list[str]) -> None:
    """Build the named faces, or all of them, and update the lock file."""
    working = Path(arguments[0])
    faces = set(arguments[1:]) or {recipe.face for recipe in RECIPES}
    folders = {package.name: _unpacked(working, package.registry, package.name, package.version)
               for package in PACKAGES}  # fmt: skip
    lock = json.loads(LOCK.read_text(encoding="utf-8")) if LOCK.exists() else {}
    for recipe in RECIPES:
        if recipe.face in faces:
            characters = CharacterSet(common_hanzi(folders[UNIHAN]), _fang_characters())
            source = folders[recipe.package] / recipe.source if recipe.package else None
            _build(recipe, source, characters)
            lock[recipe.face] = _entry(recipe)
            sys.stdout.write(f"{recipe.face} {lock[recipe.face]['bytes']} bytes\n")
    ordered = {recipe.face: lock[recipe.face] for recipe in RECIPES if recipe.face in lock}
    LOCK.write_text(json.dumps(ordered, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _unpacked(working: Path, registry: str, name: str, version: str) -> Path:
    folder = working / name.replace("@", "").replace("/", "-")
    if folder.exists():
        return folder
    working.mkdir(parents=True, exist_ok=True)
    if registry == "npm":
        subprocess.run(["npm", "pack", f"{name}@{version}"], cwd=working, check=True)  # noqa: S607
        archive = next(working.glob(f"{folder.name}-{version}.tgz"))
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
    else:
        subprocess.run(["apt-get", "download", f"{name}={version}"], cwd=working, check=True)  # noqa: S607
        archive = next(working.glob(f"{name}_*.deb"))
        subprocess.run(["dpkg-deb", "-x", str(archive), str(folder)], check=True)  # noqa: S607
    return folder


def _fang_characters() -> frozenset[int]:
    path = FONTS / "SifasuoFang.ttf"
    return frozenset(TTFont(path).getBestCmap() or ()) if path.exists() else frozenset()


def _build(recipe: Recipe, source: Path | None, characters: CharacterSet) -> None:
    if source is None:
        font = symbol_font()
    else:
        font = TTFont(source)
        if "CFF " in font:
            _to_quadratic(font)
        _keep_characters(font, characters.named(recipe.characters))
    for tag in set(font.keys()) - KEPT_TABLES:
        del font[tag]
    for change in recipe.changes:
        CHANGES[change](font)
    _rename(font, recipe)
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = BUILT_AT
    font.recalcTimestamp = False
    font.save(FONTS / recipe.file)


def _to_quadratic(font: TTFont) -> None:
    """Replace CFF outlines by TrueType ones: ReportLab embeds no others."""
    shapes = font.getGlyphSet()
    order = font.getGlyphOrder()
    table = newTable("glyf")
    table.glyphOrder = order
    table.glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        shapes[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyph = table.glyphs[name] = pen.glyph()
        glyph.recalcBounds(table)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    font["loca"], font["glyf"] = newTable("loca"), table
    for tag in {"CFF ", "VORG"} & set(font.keys()):
        del font[tag]
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    limits.maxZones = 1
    for limit in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs",
                  "StackElements", "SizeOfInstructions", "ComponentElements"):  # fmt: skip
        setattr(limits, f"max{limit}", 0)
    font["post"].extraNames, font["post"].mapping = [], {}
    font.sfntVersion = "\0\1\0\0"


def _keep_characters(font: TTFont, characters: frozenset[int]) -> None:
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables = sorted(set(font.keys()) - KEPT_TABLES)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def _rename(font: TTFont, recipe: Recipe) -> None:
    """Give the face our own name (the licences reserve theirs) and one plain weight."""
    names = font["name"]
    rights = names.getDebugName(0) or ""
    style = "Bold" if recipe.bold else "Regular"
    postscript = f"{recipe.family.replace(' ', '')}-{style}"
    names.names = []
    texts = {
        0: rights, 1: recipe.family, 2: style, 3: f"{postscript} 1.0",
        4: f"{recipe.family} {style}", 5: "Version 1.000", 6: postscript, 13: recipe.licence,
    }  # fmt: skip
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    measures = font["OS/2"]
    measures.usWeightClass = 700 if recipe.bold else 400
    measures.fsSelection = 0x20 if recipe.bold else 0x40
    measures.fsType = 0
    font["head"].macStyle = 1 if recipe.bold else 0


def _entry(recipe: Recipe) -> dict[str, object]:
    data = (FONTS / recipe.file).read_bytes()
    packages = {package.name: package for package in PACKAGES}
    return {
        "file": recipe.file,
        "family": recipe.family,
        "package": asdict(packages[recipe.package]) if recipe.package else None,
        "source": recipe.source,
        "characters": recipe.characters,
        "recipe": "; ".join((recipe.steps, *recipe.changes)),
        "fontTools": fontTools.version,
        "licence": recipe.licence,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
