"""Lays a news item out as a portal's page: navigation, item, related items, footer."""

from __future__ import annotations

from html import escape
from pathlib import Path

from samples.make.model import Press, Sample

_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - {site}</title>
<meta name="description" content="{lead}">
<style>
body {{ margin: 0; font-family: Arial, Helvetica, sans-serif; color: #222; background: #f2f4f7; }}
header {{ background: #b5121b; color: #ffe9a8; padding: 18px 8%; font-size: 22px; font-weight: bold; }}
nav {{ background: #8d0c13; padding: 0 8%; }}
nav a {{ display: inline-block; padding: 10px 14px; color: #fff; text-decoration: none; font-size: 14px; }}
.page {{ display: flex; gap: 28px; margin: 24px 8%; }}
article {{ flex: 3; background: #fff; padding: 24px 32px; line-height: 1.6; }}
article h1 {{ font-size: 24px; line-height: 1.35; }}
.crumbs, .time {{ color: #777; font-size: 13px; }}
.sapo {{ font-weight: bold; }}
.author {{ text-align: right; font-weight: bold; }}
aside {{ flex: 1; background: #fff; padding: 16px 20px; font-size: 14px; }}
footer {{ background: #333; color: #ccc; padding: 18px 8%; font-size: 13px; }}
</style>
</head>
<body>
<header>{site}</header>
<nav><a href="#">Trang chủ</a><a href="#">Giới thiệu</a><a href="#">Tin tức</a><a href="#">Văn bản</a>\
<a href="#">Dịch vụ công</a><a href="#">Liên hệ</a></nav>
<div class="page">
<article>
<div class="crumbs">Trang chủ &raquo; Tin tức &raquo; {section}</div>
<h1>{title}</h1>
<div class="time">{published}</div>
<p class="sapo">{lead}</p>
{body}
<p class="author">{author}</p>
</article>
<aside>
<h3>Tin liên quan</h3>
<ul>
{related}
</ul>
</aside>
</div>
<footer>Trang minh họa của dispatch-parser, nội dung hư cấu. Điện thoại: 0000.000.000.</footer>
</body>
</html>
"""


def write(sample: Sample, path: Path) -> None:
    """Write the sample as an HTML page in UTF-8."""
    item = sample.content
    assert isinstance(item, Press)
    page = _PAGE.format(
        site=escape(item.site),
        section=escape(item.section),
        title=escape(item.title),
        published=escape(item.published),
        lead=escape(item.lead),
        body="\n".join(f"<p>{escape(text)}</p>" for text in item.body),
        author=escape(item.author),
        related="\n".join(f'<li><a href="#">{escape(text)}</a></li>' for text in item.related),
    )
    path.write_text(page, encoding="utf-8")
