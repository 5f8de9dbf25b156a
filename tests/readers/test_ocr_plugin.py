"""Another OCR engine, installed as a package with an entry point, reads instead of Tesseract."""

import io
import json
import os
import subprocess
import sys

import pytest
from PIL import Image, ImageDraw

ENGINE = '''
from dispatch_parser.readers.ocr.engine import Recognition, Word

class Engine:
    name = "mine"

    def recognise(self, picture, *, dpi, seconds, sparse=False):
        words, at = [], 100.0
        for text in "Kính gửi: Sở Nội vụ tỉnh An Sơn và các cơ quan thuộc tỉnh để biết, thực hiện".split():
            words.append(Word(text, at, 100.0, at + 15 * len(text), 130.0, 130.0, 1, 0.95))
            at += 15 * len(text) + 12
        return Recognition(tuple(words))
'''
BROKEN = "raise ImportError('a plug-in that cannot be loaded')\n"
PARSE = """
import json, sys
from dispatch_parser.readers.ocr.engine import engine
from dispatch_parser.readers.registry import read
print(json.dumps([engine().name, read(sys.argv[1]).text]))
"""


def installed(place, name, code, target):
    """A package as pip leaves it: the module, and the entry point in its metadata."""
    (place / f"{name}.py").write_text(code, encoding="utf-8")
    about = place / f"{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(
        f"[dispatch_parser.ocr_engines]\n{name} = {name}:{target}\n", encoding="utf-8"
    )


def page(place):
    sheet = Image.new("L", (1200, 1600), 255)
    ImageDraw.Draw(sheet).rectangle((100, 100, 1100, 130), fill=0)
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG")
    path = place / "page.png"
    path.write_bytes(buffer.getvalue())
    return path


@pytest.mark.parametrize("others", [[], [("a_broken_one", BROKEN, "Engine")], [("a_wrong_one", "made = object\n", "made")]])
def test_an_installed_engine_reads_and_one_that_fails_is_passed_over(tmp_path, others):
    for name, code, target in [*others, ("my_engine", ENGINE, "Engine")]:
        installed(tmp_path, name, code, target)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    done = subprocess.run(
        [sys.executable, "-c", PARSE, str(page(tmp_path))], env=environment, capture_output=True, encoding="utf-8",
        check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    name, text = json.loads(done.stdout)
    assert name == "mine"
    assert text.startswith("Kính gửi: Sở Nội vụ tỉnh An Sơn")
