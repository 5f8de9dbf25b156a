"""Dispatches written anew in the old encodings: the samples, run by run, as an office of the year 2000 typed them."""

from __future__ import annotations

import copy
import io
import re
import shutil
import subprocess
import zipfile
from itertools import groupby
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")

_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f]")  # XML cannot hold them; Word keeps them in the private area

# Every letter with marks, lower case, in one order for all encodings.
LETTERS = (
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
)  # fmt: skip
# The standards' own tables, typed from them and independent of the library's data.
TCVN3 = (
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ"
)  # fmt: skip
VNI = (
    "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò "
    "oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î"
).split()
VISCII = bytes.fromhex(
    "e0e1e4e3d5 e5a2a1c6c7a3 e2a5a4a6e7a7 f0 e8e9eba8a9 eaabaaacadae ecedefeeb8 f2f3f6f5f7 f4b0afb1b2b5"
    "bdb6beb7defe f9fafcfbf8 dfd7d1d8e6f1 cffdd6dbdc"
).decode("latin-1")
VPS = bytes.fromhex(
    "e0e1e4e3e5 e6a2a1a3a4a5 e2c0c3c4c5c6 c7 e8e9c8ebcb ea8a898bcd8c ecedccefce f2f3d5f586 f4d2d3b087b6"
    "d6a9a7aaabae f9fafbdbf8 dcd8d9babbbf ff9a9bcf9c"
).decode("latin-1")
CAPITALS = {
    "viscii": bytes.fromhex(
        "c0c1c4c3 80 c58281 0205 83 c285848606 87 d0 c8c9cb88 89 ca8b8a8c8d8e cccd9bce98 d2d399a09a d4908f919293"
        "b49695 97b394 d9da9c9d9e bfbbbabcffb9 9fdd14191e"
    ).decode("latin-1"),
    "vps": bytes.fromhex(
        "80c181 82 02 88 8e8d8ff0 04 c2 8483851c03 f1 d7c9de fe05 ca93909495 06 b5b4b7b810 bcb9bdbe11 d4979698 99 12"
        "f79e9d9fa613 a8dad1ac14 d0afadb1 1d15 b2dd fd b3 19"
    ).decode("latin-1"),
}
TABLES = {
    "tcvn3": dict(zip(LETTERS, TCVN3, strict=True))
    | dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦", strict=True)),
    "vni": dict(zip(LETTERS, VNI, strict=True))
    | {a.upper(): b.upper() for a, b in zip(LETTERS, VNI, strict=True)},
    "viscii": dict(zip(LETTERS, VISCII, strict=True))
    | dict(zip(LETTERS.upper(), CAPITALS["viscii"], strict=True)),
    "vps": dict(zip(LETTERS, VPS, strict=True)) | dict(zip(LETTERS.upper(), CAPITALS["vps"], strict=True)),
}
FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times", "viscii": "VI Times", "vps": "VPS Times"}


def encode(text: str, encoding: str) -> str:
    """Unicode to the codes of a font; what it has no code for stays."""
    return "".join(TABLES[encoding].get(letter, letter) for letter in text)


def typed(text: str, encoding: str) -> str:
    """A whole text without fonts; in TCVN3 a capital with a tone becomes a small letter."""
    return "".join(_typed(letter)[0] for letter in text) if encoding == "tcvn3" else encode(text, encoding)


def runs(text: str, encoding: str) -> list[tuple[str, str]]:
    """Text as typed: codes and font. TCVN3 has no toned capitals; they are small letters of the H font."""
    if encoding != "tcvn3":
        return [(encode(text, encoding), FONTS[encoding])]
    made: list[tuple[str, str]] = []
    for word in re.findall(r"\s+|\S+", text):
        if word.isupper() and not word.isascii():
            made += [(encode(word.lower(), encoding), ".VnTimeH")]
        else:
            made += [_typed(letter) for letter in word]
    return [("".join(t for t, _ in group), font) for font, group in groupby(made, key=lambda run: run[1])]


def _typed(letter: str) -> tuple[str, str]:
    if letter.isupper() and not letter.isascii() and letter not in TABLES["tcvn3"]:
        return encode(letter.lower(), "tcvn3"), ".VnTimeH"
    return encode(letter, "tcvn3"), ".VnTime"


def old_docx(data: bytes, encoding: str) -> bytes:
    """A DOCX with the words of all its runs in an old encoding, and the font that goes with it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w") as made:
        for member in archive.namelist():
            content = archive.read(member)
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", member):
                root = etree.fromstring(content)
                for run in list(root.iter(f"{W}r")):
                    _retype(run, encoding)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            made.writestr(member, content)
    return target.getvalue()


def _retype(run: etree._Element, encoding: str) -> None:
    """Replace a run by one or more runs of old fonts, one for each of its children and each font."""
    properties = run.find(f"{W}rPr")
    for child in [child for child in run if child.tag != f"{W}rPr"]:
        pieces = runs(child.text or "", encoding) if child.tag == f"{W}t" else [(None, "")]
        for text, font in pieces:
            new = etree.Element(f"{W}r")
            made = etree.SubElement(new, f"{W}rPr") if properties is None else copy.deepcopy(properties)
            new.insert(0, made)
            for old in made.findall(f"{W}rFonts"):
                made.remove(old)
            if font:
                names = dict.fromkeys((f"{W}ascii", f"{W}hAnsi", f"{W}cs"), font)
                made.insert(0, etree.Element(f"{W}rFonts", names))
            inner = copy.deepcopy(child)
            if text is not None:
                inner.text = _CONTROLS.sub(lambda m: chr(0xF000 + ord(m[0])), text)
                inner.set(SPACE, "preserve")
            new.append(inner)
            run.addprevious(new)
    run.getparent().remove(run)


def converted(data: bytes, suffix: str, directory: Path) -> bytes:
    """A DOCX as LibreOffice saves it in another format."""
    source = directory / "made.docx"
    source.write_bytes(data)
    command = [
        str(SOFFICE), f"-env:UserInstallation={(directory / 'profile').as_uri()}", "--headless", "--norestore",
        "--convert-to", suffix, "--outdir", str(directory), str(source),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{suffix}").read_bytes()
