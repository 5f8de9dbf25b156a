"""The samples printed, stamped, scanned and read again: what a record holds must survive. Needs Tesseract."""

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFilter

from dispatch_parser import parse
from dispatch_parser.readers.ocr.tesseract import create
from dispatch_parser.record import CHECK_BELOW

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.pdf"))
DPI = 200

pytestmark = pytest.mark.skipif(create() is None, reason="tesserocr or Tesseract's data `vie` is not installed")


def stamped(sheet):
    """A round red stamp over where a signature stands."""
    over = Image.new("RGBA", sheet.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(over)
    x, y = int(0.55 * sheet.width), int(0.62 * sheet.height)
    for inset, width in ((0, 6), (50, 4)):
        draw.ellipse(
            (x + inset, y + inset, x + 280 - inset, y + 280 - inset), outline=(210, 30, 40, 200), width=width
        )
    sheet.paste(over, (0, 0), over)
    return sheet


def on_black(sheet):
    """A sheet that does not cover the lid of the scanner: black at its edges."""
    draw = ImageDraw.Draw(sheet)
    width, height = sheet.size
    draw.rectangle((0, 0, 45, height), fill=(20, 20, 20))
    draw.rectangle((0, 0, width, 25), fill=(10, 10, 10))
    draw.rectangle((0, height - 60, width, height), fill=(10, 10, 10))
    draw.polygon([(width - 20, 0), (width, 0), (width, height), (width - 70, height)], fill=(15, 15, 15))
    return sheet


def scanned(path, kind="PDF", bordered=False):
    """The pages of a PDF as a scanner gives them: 200 dpi, 1 degree askew, soft and noisy, stamped on the last."""
    pages = [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(path)]
    pages[-1] = stamped(pages[-1])
    noise = np.random.default_rng(7)
    sheets = []
    for page in pages:
        turned = page.rotate(1, fillcolor="white", resample=Image.Resampling.BICUBIC)
        turned = on_black(turned) if bordered else turned
        grain = noise.normal(0, 9, (turned.height, turned.width, 1))
        soft = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.6)))
        sheets.append(Image.fromarray((soft + grain).clip(0, 255).astype(np.uint8)))
    buffer = io.BytesIO()
    others = {"save_all": True, "append_images": sheets[1:]} if kind in ("PDF", "TIFF") else {}
    sheets[0].save(buffer, kind, resolution=DPI, dpi=(DPI, DPI), **others)
    return buffer.getvalue()


def header(record):
    """What stands in the letterhead and at the foot."""
    fields = {
        "type": record.document_type,
        "issuer": record.issuer.name,
        "number": record.number.value,
        "notation": record.number.notation,
        "place": record.place,
        "date": record.date,
        "subject": record.subject,
        "position": record.signer.position,
        "signer": record.signer.full_name,
    }
    return {name: field.value for name, field in fields.items()}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_header_of_a_sample_survives_the_scanner(path):
    assert header(parse(scanned(path), name=path.name)) == header(parse(path))


def test_a_header_between_black_borders_survives():
    path = next(path for path in SAMPLES if path.stem == "cong-van-mat")
    assert header(parse(scanned(path, bordered=True), name=path.name)) == header(parse(path))


def tasks(record):
    """What the tasks say, but for their words: who, in which role, by when."""
    return [
        ([(agency.name, agency.role) for agency in task.agencies], task.deadline and task.deadline.date, task.kind)
        for task in record.tasks
    ]


def test_the_rows_of_a_ruled_table_survive_the_scanner():
    """Every row is read; a figure that two readings differ on (`Quý II`) is one to look at."""
    path = next(path for path in SAMPLES if path.stem == "ke-hoach")
    before, after = parse(path), parse(scanned(path), name=path.name)
    assert len(after.tasks) == len(before.tasks)
    wrong = [k for k, (one, other) in enumerate(zip(tasks(before), tasks(after), strict=True)) if one != other]
    assert all(after.tasks[k].deadline.evidence.confidence < CHECK_BELOW for k in wrong)
    assert len(wrong) <= 1


@pytest.mark.parametrize("kind", ["TIFF", "PNG", "JPEG"])
def test_a_sample_as_a_picture(kind):
    """A TIFF holds every page; of the others the first is read, which has the letterhead."""
    path = next(path for path in SAMPLES if path.stem == "cong-van-ubnd-tinh")
    before, after = header(parse(path)), header(parse(scanned(path, kind), name=f"a.{kind}"))
    left_out = () if kind == "TIFF" else ("position", "signer")
    assert [after[name] for name in before if name not in left_out] == [
        before[name] for name in before if name not in left_out
    ]


def test_a_scan_says_that_it_is_one():
    record = parse(scanned(SAMPLES[0]), name="a.pdf")
    assert record.source.text_layer == "scan"
    assert "ocr_text" in {warning.code for warning in record.warnings}


def test_evidence_stands_where_the_words_are_on_the_page():
    """The number's box on the tilted page lies within a few points of where the print has it."""
    path = next(path for path in SAMPLES if path.stem == "quyet-dinh")
    before, after = (record.number.value.evidence for record in (parse(path), parse(scanned(path))))
    for side in ("x0", "top", "x1", "bottom"):
        assert getattr(after.spans[0].box, side) == pytest.approx(getattr(before.spans[0].box, side), abs=12)
