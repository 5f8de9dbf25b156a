"""The part of a portal's page that holds the item: menus, link lists and comments are left behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dispatch_parser.readers.html_blocks import BLOCK_TAGS
from dispatch_parser.readers.portals import is_furniture, opens_links
from dispatch_parser.readers.signs import is_sign

Element = Any

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "applet", "audio",
     "video", "canvas", "map", "math", "select", "option", "button", "input", "textarea", "nav", "aside",
     "menu", "dialog", "link", "meta", "head")
)  # fmt: skip
_PERIPHERAL = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|sidebar|breadcrumbs?|crumbs?|footer|banner|adv|ads|advert\w*|comments?|"
    r"binhluan|related|relate|lienquan|tinlienquan|tinkhac|othernews|other-?news|more-?news|share|sharing|social|"
    r"toolbar|tags?|keywords?|pager|pagination|popup|modal|widget|weather|counter|thongke|print|rating|"
    r"subscribe|cookies?|skip-?link)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHARE = 0.8  # of the words outside links: a child that holds so much is the page, the rest is around it
_MOST_PERIPHERAL = 0.3  # an element that holds more of the page is no margin, whatever its class says
_LINKED = 0.6  # of a list's words in links: then it is a list of links
_PROSE = 100  # characters of a lead paragraph that stands outside the block it leads into
_WHOLE = frozenset({"p", "table", "tbody", "tr", "td", "th", "li", "ul", "ol"})
_LABEL = 90  # characters of a button or heading
_LABEL_TAGS = ("p", "div", "h2", "h3", "h4", "h5", "h6", "span", "strong", "b", "li", "a", "td")
_SIGNS = ("motto", "number", "date", "addressees", "grounds", "recipients", "competence", "annex")


def article_of(root: Element) -> Element:
    """The element of a page that holds its item or dispatch.

    Takes boilerplate out of the tree it is given.
    """
    _drop(root, _is_unseen)
    weights = _weigh(root)
    whole = weights[root]
    _drop(root, lambda element: _is_peripheral(element, weights[element], whole))
    _drop(root, lambda element: _is_link_list(element, weights[element]))
    article = _densest(root)
    _drop_tail(article, _weigh(article))
    return article


@dataclass(slots=True)
class _Weight:
    """What an element holds: characters, characters in links, links."""

    total: int = 0
    linked: int = 0
    links: int = 0

    @property
    def plain(self) -> int:
        """Characters that stand in no link."""
        return self.total - self.linked


def _drop(root: Element, unwanted: Callable[[Element], bool]) -> None:
    """Take out the outermost elements below `root` that are unwanted."""
    waiting = list(root)
    while waiting:
        element = waiting.pop()
        if unwanted(element):
            remove(element)
        else:
            waiting.extend(element)


def remove(element: Element) -> None:
    """Take an element out of its tree, leaving the words that follow it."""
    parent, tail = element.getparent(), element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def _is_unseen(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.tag in ("header", "footer"):
        return not any(parent.tag in ("article", "main") for parent in element.iterancestors())
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None


def _weigh(root: Element) -> dict[Element, _Weight]:
    """The weight of each element, in one pass."""
    weights: dict[Element, _Weight] = {}
    for element in reversed(list(root.iter())):
        weight = _Weight(len((element.text or "").strip()))
        for child in element:
            inner = weights[child]
            weight.total += inner.total + len((child.tail or "").strip())
            weight.linked += inner.linked
            weight.links += inner.links
        if element.tag == "a":
            weight.linked = weight.total
            weight.links += 1
        weights[element] = weight
    return weights


def _is_peripheral(element: Element, weight: _Weight, whole: _Weight) -> bool:
    if element.tag in ("body", "html", "article", "main", "h1"):
        return False
    names = _CAMEL.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}")
    if not _PERIPHERAL.search(names) or weight.plain > _MOST_PERIPHERAL * whole.plain:
        return False
    return not _has_signs([element])


def _is_link_list(element: Element, weight: _Weight) -> bool:
    """Whether a list (or a block that holds little but links) offers other pages."""
    if element.tag not in ("ul", "ol", "div", "section", "table", "td") or weight.links < 3:
        return False
    return weight.linked > _LINKED * weight.total and not _has_signs([element])


def _densest(root: Element) -> Element:
    """Go down to the child that holds the page as long as nothing of the item is left behind."""
    weights = _weigh(root)
    current = root
    while True:
        heavy = max(current, key=lambda child: weights[child].plain, default=None)
        if heavy is None or heavy.tag not in BLOCK_TAGS or heavy.tag in _WHOLE:
            return current
        if weights[heavy].plain < _SHARE * weights[current].plain:
            return current
        if _leads_in(heavy.itersiblings(preceding=True)) or _has_signs(heavy.itersiblings()):
            return current
        current = heavy


def _leads_in(siblings: Iterable[Element]) -> bool:
    """Whether what stands before a block belongs to it: letterhead, headline or lead paragraph."""
    for element in siblings:
        if not isinstance(element.tag, str):
            continue
        if any(True for _ in element.iter("h1")) or _has_signs([element]):
            return True
        unlinked = not any(True for _ in element.iter("a"))
        if unlinked and any(len(line) >= _PROSE for line in _lines(element)):
            return True
    return False


def _has_signs(elements: Iterable[Element]) -> bool:
    """Whether letterhead or foot of a dispatch stands in these elements."""
    return any(is_sign(line, *_SIGNS) for element in elements for line in _lines(element))


def _lines(element: Element) -> list[str]:
    return [" ".join(text.split()) for text in element.itertext() if text.strip()]


def _drop_tail(article: Element, weights: dict[Element, _Weight]) -> None:
    """Cut off what follows the heading of a link list, and single buttons."""
    for element in list(article.iter(*_LABEL_TAGS)):
        if element is article or weights[element].total > _LABEL or element.getparent() is None:
            continue
        words = " ".join("".join(element.itertext()).split())
        if is_furniture(words):
            remove(element)
        elif opens_links(words) and not _has_signs(_after(element, article)):
            for late in list(_after(element, article)):
                remove(late)
            remove(element)
            return


def _after(element: Element, article: Element) -> list[Element]:
    """The elements that stand after this one within the article."""
    found: list[Element] = []
    current = element
    while current is not article and current is not None:
        found += [sibling for sibling in current.itersiblings() if isinstance(sibling.tag, str)]
        current = current.getparent()
    return found
