"""The review page in a real browser: what lights up, what scrolls, what is refused."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from small_dispatch import build

from dispatch_parser.record import DispatchRecord, Source
from dispatch_parser.review.html import render

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--window-size=1400,500",
    "--virtual-time-budget=2000",
)
HELPERS = """
const say = (result) => { document.body.dataset.result = JSON.stringify(result); };
const over = (node) => node.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
const all = (selector) => [...document.querySelectorAll(selector)];
const value = (words) => all("a.value").find((node) => node.textContent === words);
const boxes = (words) => all("a.box, a.s").filter((node) => node.title.includes(words));
const lit = () => all(".on").map((node) => node.title.split("\\n")[0]);
const seen = (node) => {
  const box = node.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
};
"""


@pytest.fixture
def browse(tmp_path: Path):
    """Open a page in a headless browser, run a script in it, and give back what the script says."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert browser, "no browser: install Debian's package chromium (make test does)"

    def run(page: str, script: str):
        file = tmp_path / "page.html"
        driven = page.replace("</body>", f"<script>{HELPERS}{script}</script></body>")
        file.write_text(driven, encoding="utf-8")
        done = subprocess.run(
            [browser, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", file.as_uri()],
            capture_output=True, encoding="utf-8", timeout=180, check=True,
        )  # fmt: skip
        found = re.search(r'data-result="([^"]*)"', done.stdout)
        assert found, f"the script said nothing\n{done.stdout[-2000:]}"
        return json.loads(html.unescape(found[1]))

    return run


@pytest.fixture
def page(pdf, images) -> str:
    return render(pdf.record(), pdf.document, images)


def test_hovering_a_value_lights_up_its_box(page, browse):
    assert browse(page, """
        over(value("1204"));
        const first = lit();
        over(document.querySelector("h1"));
        say([first, lit()]);
    """) == [["Số: 1204", "Trang 1 · tin cậy 45% · test.rule"], []]  # fmt: skip


def test_hovering_a_box_lights_up_its_value(page, browse):
    assert browse(page, """
        over(boxes("Thời hạn: ")[0]);
        say(all(".value.on").map((node) => node.textContent));
    """) == ["trước ngày 20/8/2024"]  # fmt: skip


def test_a_task_lights_up_on_all_its_lines(page, browse):
    assert browse(page, """
        over(boxes("Nhiệm vụ 1")[0]);
        say([document.querySelectorAll(".box.on").length, document.querySelectorAll(".value.on").length]);
    """) == [2, 1]  # fmt: skip


def test_a_piece_of_text_lights_up_the_upper_value_only(plain, browse):
    page = render(plain.record(), plain.document)
    assert browse(page, """
        over(boxes("Phối hợp: Sở Tài chính")[0]);
        say(all(".value.on").map((node) => node.textContent));
    """) == ["Sở Tài chính"]  # fmt: skip


def test_focus_scrolls_the_counterpart_into_view_and_escape_lets_go(page, browse):
    assert browse(page, """
        const deadline = value("trước ngày 20/8/2024");
        const before = seen(deadline);
        boxes("Thời hạn: ")[0].click();
        const after = seen(deadline);
        document.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
        say([before, after, lit()]);
    """) == [False, True, []]  # fmt: skip


def test_the_tab_key_reaches_every_value(page, browse):
    reached = browse(page, """
        const stops = all("a[href], input").filter((node) => node.tabIndex === 0);
        say(stops.filter((node) => node.classList.contains("value")).length);
    """)  # fmt: skip
    assert reached == 14


def test_a_group_can_be_hidden(page, browse):
    assert browse(page, """
        const groups = () => all(".box")
          .filter((node) => getComputedStyle(node).visibility === "visible")
          .some((node) => node.classList.contains("g-task"));
        const before = groups();
        document.querySelector("input[data-group=task]").click();
        say([before, groups()]);
    """) == [True, False]  # fmt: skip


def test_the_page_refuses_to_load_anything(page, browse):
    assert browse(page, """
        const refused = [];
        document.addEventListener("securitypolicyviolation", (event) => {
          refused.push(event.effectiveDirective);
          say(refused.sort());
        });
        document.body.append(Object.assign(new Image(), {src: "https://dispatch.invalid/x.png"}));
        fetch("https://dispatch.invalid/x").catch(() => {});
    """) == ["connect-src", "img-src"]  # fmt: skip


def test_a_script_in_a_dispatch_does_not_run(browse):
    words = "<img src=x onerror=\"document.body.dataset.run=1\"><script>document.body.dataset.run=1</script>"
    sample = build(words, layout=False)
    record = DispatchRecord(
        source=Source(name=words, media="text"), source_kind="report", subject=sample.found(words)
    )
    asked = json.dumps(words).replace("</", "<\\/")
    script = f"say([document.body.dataset.run || '', value({asked}) !== undefined]);"
    assert browse(render(record, sample.document), script) == ["", True]
