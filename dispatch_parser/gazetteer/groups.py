"""Group ids of collective expressions: what stands for many, whose members are never invented."""

from __future__ import annotations

from dispatch_parser.gazetteer.lexicon import Anchor
from dispatch_parser.gazetteer.places import level_list
from dispatch_parser.gazetteer.scan import Scan

ANAPHOR = "@ANAPHOR"


def group_of(nouns: list[Anchor], kinds: set[str], words: str, *, each: bool) -> str | None:
    """The group id of a collective, by the classes of its nouns and its modifiers."""
    classes = [noun.entry.row["class"] for noun in nouns]
    if "anaphor" in kinds or each:
        return ANAPHOR
    if "trung ương đóng" in words or "ngành dọc" in words:
        return "@VERTICAL_ON_SITE"
    related = "related" in kinds
    if "ministry" in classes:
        return "@MINISTRIES_AND_LOCALITIES" if "locality" in classes else "@MINISTRIES"
    if "department" in classes:
        return "@DEPARTMENTS_RELATED" if related else "@DEPARTMENTS_PROVINCE"
    if set(classes) <= {"mass", "organization"} and "mass" in classes:
        return "@MASS_ORGS_PROVINCE"
    if "unit" in classes:
        return "@RELATED_UNITS" if related else "@SUBORDINATE_UNITS" if "subordinate" in kinds else "@ALL_UNITS"
    if set(classes) == {"locality"}:
        return "@LOCALITIES"
    if "business" in classes:
        return "@LOCAL_BANKS" if any("ngân hàng" in noun.entry.name for noun in nouns) else "@LOCAL_BUSINESSES"
    if "press" in classes:
        return "@PRESS"
    return "@RELATED_ORGANIZATIONS" if related else None


def place_group(scan: Scan, head: str, start: int, end: int) -> str | None:
    """The group id of a name that stands for many by its place (`Ủy ban nhân dân các huyện, thành phố`)."""
    words = scan.text.keys[start:end]
    many = bool(words) and (words[0] in ("các", "cấp") or level_list(scan, start) > scan.level(start) > start)
    if not many or head != "Ủy ban nhân dân":
        return None
    if "tỉnh" in words:
        return "@UBND_PROVINCES"
    if "xã" in words and "huyện" not in words and "quận" not in words and "thị xã" not in " ".join(words):
        return "@UBND_COMMUNES"
    if "phường" in words:
        return "@UBND_COMMUNES"
    return "@UBND_DISTRICTS"
