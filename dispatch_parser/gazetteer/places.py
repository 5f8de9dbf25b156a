"""The place that ends a body's name.

`tỉnh`, `huyện Đà Bắc`, `các xã, phường`, `cấp xã`, `trực thuộc Trung ương`.
"""

from __future__ import annotations

from dispatch_parser.gazetteer.scan import DETERMINERS, FUNCTION_WORDS, Scan

_LONGEST_NAME = 4  # syllables of a place's own name
_REGIONS = (("miền", "bắc"), ("miền", "trung"), ("miền", "nam"))
_CENTRAL = (("trung", "ương"), ("việt", "nam"), ("tối", "cao"), ("tw",), *_REGIONS)
_IN_LISTS_ONLY = ("thành", "thị")  # `các huyện, thành, thị`


def place_end(scan: Scan, i: int) -> int:
    """The end of a place that starts at token i, or i.

    Takes whole lists of levels, but names one place only.
    """
    word = scan.key(i)
    end = i
    if word in DETERMINERS or word == "cấp":
        end = level_list(scan, i + 1, many=word != "cấp")
        if end == i + 1 and word == "các" and _is_area(scan, i + 1):
            return i + 3  # `Tòa án nhân dân các khu vực`
        if end == i + 1:
            return i
        if scan.key(end) == "và" and scan.level(end + 1) > end + 1:
            end = named_level(scan, end + 1)  # `các xã, phường và đặc khu Cồn Cỏ`
    elif word.isdigit() and len(word) < 4 and scan.level(i + 1) > i + 1:
        end = level_list(scan, i + 1)  # `Ủy ban nhân dân 16 phường`
        return i if scan.capital(end) and end == scan.level(i + 1) else end
    elif scan.level(i) > i:
        end = named_level(scan, i)
        if end == scan.level(i):
            end = level_list(scan, i)
    elif (province := scan.at(i, "place")) is not None and scan.capital(i):
        return province.end
    else:
        return _central(scan, i)
    return _directly_under(scan, end)


def named_level(scan: Scan, i: int) -> int:
    """The end of a level with its place's name (`huyện Lạc Sơn`, `quận 5`).

    The end of the level without one.
    """
    end = scan.level(i)
    if end == i:
        return i
    province = scan.at(end, "place")
    if province is not None and scan.capital(end):
        return province.end
    if scan.key(end).isdigit() and scan.key(i) in ("quận", "phường", "khu"):
        return end + 1
    name = end
    while name < end + _LONGEST_NAME and scan.letters(name) and (scan.capital(name) or _shouted_name(scan, name)):
        if name > end and scan.opens_body(name):
            break
        name += 1
        if scan.key(name) == "-" and scan.capital(name + 1):
            name += 1
    return name


def _shouted_name(scan: Scan, i: int) -> bool:
    """Whether token i of a line of capitals may be a syllable of a place's name."""
    return scan.shouted(i) and scan.level(i) == i and scan.at(i, "verb") is None and scan.key(i) not in FUNCTION_WORDS


def level_list(scan: Scan, i: int, *, many: bool = False) -> int:
    """The end of levels in a row (`huyện, thị xã, thành phố`, `xã, phường và đặc khu`), or i.

    `many`: `các` stands before them and may be said again (`các huyện và các thị xã`).
    """
    end = scan.level(i)
    if end == i:
        return i
    while True:
        position = end
        if scan.key(position) in (",", "/", "-"):
            position += 1
        if scan.key(position) in ("và", "hoặc"):
            position += 1
        if position == end:
            return end
        if scan.key(position) == "các" and many:
            position += 1
        following = scan.level(position)
        if following == position and scan.key(position) in _IN_LISTS_ONLY:
            following = position + 1
        if following == position or (scan.capital(following) and scan.key(following) not in ("trung",)):
            return end
        end = following


def _central(scan: Scan, i: int) -> int:
    for words in _CENTRAL:
        if tuple(scan.text.keys[i : i + len(words)]) == words:
            return i + len(words)
    if _is_area(scan, i):
        end = i + 2
        while end < i + 5 and (scan.key(end).isdigit() or scan.capital(end)):
            end += 1
        return end
    return i


def _is_area(scan: Scan, i: int) -> bool:
    """Whether `khu vực` stands at token i: the seat of courts, procuracies and vertical bodies since 2025."""
    return scan.key(i) == "khu" and scan.key(i + 1) == "vực"


def _directly_under(scan: Scan, i: int) -> int:
    """Past `trực thuộc Trung ương`, or i."""
    if scan.key(i) == "trực" and scan.key(i + 1) == "thuộc":
        end = _central(scan, i + 2)
        if end > i + 2:
            return end
    return i
