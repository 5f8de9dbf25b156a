"""Makes docs/images/show.png: the review page of one of our samples in a headless chromium."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from dispatch_parser.review.page import review

SAMPLE = Path("samples/cong-van-ubnd-tinh.pdf")
# The first task is held, so that the picture shows how the two sides answer each other.
HOLD = "<script>document.querySelector('.box.g-task').click();</script>"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--force-prefers-reduced-motion",
    "--force-device-scale-factor=1.25",
    "--virtual-time-budget=3000",
    "--window-size=1360,850",
)


def main(target: Path) -> int:
    """Write the picture; under 300 kB, since every visitor of the README loads it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("chromium is missing", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page, picture = Path(folder) / "page.html", Path(folder) / "page.png"
        page.write_text(review(SAMPLE)[1].replace("</body>", f"{HOLD}</body>"), encoding="utf-8")
        subprocess.run(
            [browser, *FLAGS, f"--user-data-dir={folder}/profile", f"--screenshot={picture}", page.as_uri()],
            check=True,
            capture_output=True,
        )
        out = io.BytesIO()
        image = Image.open(picture).convert("RGB")
        image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(out.getvalue())
    print(f"{target}: {len(out.getvalue()) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path("docs/images/show.png")))
