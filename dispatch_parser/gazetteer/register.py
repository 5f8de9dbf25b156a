"""Who is who, and when: from a body's name and a date to its entry, its heirs and its history.

    register().resolve("Sở NN&PTNT tỉnh Hòa Bình", on=date(2024, 5, 1)).entry.id
    -> "so-nong-nghiep-va-phat-trien-nong-thon@hoa-binh.old"

An entry is a body at a time. A body that exists in every place is not listed for each: its entry is made of the body's
row and the place's (`<body>@<division>`), valid while both are. Nothing here knows a year; the tables do.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dispatch_parser import model as models
from dispatch_parser.gazetteer.bodies import Body
from dispatch_parser.gazetteer.divisions import Division
from dispatch_parser.gazetteer.entries import PARTY_LEVELS, Entries, Entry, exists, province_name, slug
from dispatch_parser.gazetteer.history import History
from dispatch_parser.text.folding import keep, key

Reason = Literal[
    "named", "place_from_context", "no_place", "not_valid_then", "several_places", "open_vocabulary", "unknown"
]
_BARE_LEVELS = {
    "tỉnh": "province", "thành phố": "province", "huyện": "district", "quận": "district", "thị xã": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_LEVEL_OPENERS = frozenset(("tỉnh", "thành", "tp", "tp.", "huyện", "quận", "thị", "xã", "phường", "đặc"))
_OWN = ("bộ", "sở", "cục", "tổng cục")  # said alone by a body of that kind: itself
_MARKS = " .,;:|*•_-\"'"
_NUMBERED = re.compile(r"(?:số )?(?:\d+|[ivxl]+)(?:,| -)?(?: (?P<place>.+))?$")


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means: one entry, or the candidates between which nothing told decides; and why."""

    name: str
    entry: Entry | None
    candidates: tuple[Entry, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Lineage:
    """An entry's history: those it took over from, directly or through others, and those that took over from it."""

    predecessors: tuple[Entry, ...]
    entry: Entry
    successors: tuple[Entry, ...]


class Register:
    """The register of one model package."""

    def __init__(self, package: str = models.DEFAULT_MODEL) -> None:
        self._package = package
        self._entries = Entries(package)
        self._bodies = self._entries.bodies
        self._divisions = self._entries.divisions
        self._history = History(self._entries)
        self.resolve = lru_cache(maxsize=65536)(self._resolve)
        self._spelled = lru_cache(maxsize=65536)(self._spell)

    def get(self, identity: str) -> Entry:
        """The entry with this id. Raises KeyError for an id that the tables do not give."""
        return self._entries.get(identity)

    def entries(self) -> Iterator[Entry]:
        """Central and regional bodies, then the local ones of provinces and districts; of communes the committees."""
        return self._entries.all()

    def successors(self, entry: Entry, *, on: dt.date | None = None) -> tuple[Entry, ...]:
        """Who answers for the entry on a day (None: today's bodies): itself while it lives, then its heirs.

        Empty where no table says who took over.
        """
        return self._history.successors(entry, on)

    def heirs(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that took over directly when this one ended; none while it lives."""
        return self._history.heirs(entry)

    def ancestors(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that this one took over from directly."""
        return self._history.ancestors(entry)

    def lineage(self, entry: Entry) -> Lineage:
        """The entry with all before and after it, nearest first."""
        return Lineage(self._history.before(entry), entry, self._history.after(entry))

    def _resolve(self, name: str, *, on: dt.date | None = None, context: str | Entry | None = None) -> Resolution:
        """The entry that a name means on a day, said by a document of `context` (its issuer: a name or an entry).

        An office-holder is his body (`Chủ tịch Ủy ban nhân dân tỉnh …`). Without a day the bodies of today come first.
        Of a body that did not exist on that day the nearest in time is given, with the reason `not_valid_then`.
        """
        words = self._bodies.without_office(key(name).strip(_MARKS))
        found = self._listed(name, words, on, context)
        if _lost(found) and (listed := self._bodies.exactly(words)) != words:
            found = self._listed(name, listed, on, context)
        if _lost(found) and self._bodies.abbreviated(name) and (spelled := self._spelled(name)) != name:
            words = self._bodies.without_office(key(spelled))
            found = self._listed(name, words, on, context)
        if _lost(found):
            found = self._part(name, words.split(), on, context) or found
        return found or self._unlisted(name, words.split(), on, context)

    def _spell(self, name: str) -> str:
        from dispatch_parser.gazetteer.identity import canonical  # needs spaCy, which most names do not

        return canonical(name, self._package)

    def _listed(self, name: str, words: str, on: dt.date | None, context: str | Entry | None) -> Resolution | None:
        """What the tables say; None where they know no body of this name."""
        once = self._bodies.central.get(words)
        if once:
            everywhere = self._bodies.local.get(words)
            own = self._in_place(name, everywhere, "", on, context) if everywhere and context else None
            if own is not None and own.reason == "place_from_context":
                return own  # `Kho bạc Nhà nước`, said in a province, is the province's
            return self._chosen(name, [self._entries.central(body) for body in once], on, "named")
        syllables = words.split()
        for cut in range(len(syllables), 0, -1):
            local = self._bodies.local.get(" ".join(syllables[:cut]))
            if local is not None:
                head = syllables[:cut] if cut > 1 and syllables[cut - 1] == "ủy" else []
                level = PARTY_LEVELS.get(head[-2]) if head else None  # `Huyện ủy Đà Bắc`: the level is in the head
                return self._in_place(name, local, " ".join(syllables[cut:]), on, context, level)
        return None

    def _in_place(
        self,
        name: str,
        local: tuple[Body, ...],
        rest: str,
        on: dt.date | None,
        context: str | Entry | None,
        level: str | None = None,
    ) -> Resolution:
        """A local body whose place is named by `rest`, or by the context where nothing or a bare level stands."""
        numbered = _NUMBERED.match(rest) if local[0].numbered else None
        if numbered:
            rest = numbered["place"] or ""
        reason: Reason = "named"
        places: tuple[Division, ...]
        if not rest or rest in _BARE_LEVELS:
            home = self._home(context, on, _BARE_LEVELS.get(rest))
            if home is None:
                kinds = [self._entries.central(body) for body in local]
                return self._chosen(name, kinds, on, "no_place")
            places, reason = (home,), "place_from_context"
        else:
            places = (self._divisions.named(f"{level} {rest}") if level else ()) or self._divisions.named(rest)
            home = self._home(context, on, "province") if len(places) > 1 else None
            own = tuple(place for place in places if home and province_name(place.province) == province_name(home.id))
            places = own or places
        made = [self._entries.local(b, d) for d in places for b in local if exists(b, d)]
        if not made:
            return Resolution(name, None, (), "unknown")
        chosen = self._chosen(name, made, on, reason)
        return _one_of_several(name, chosen) if numbered else chosen

    def _home(self, context: str | Entry | None, on: dt.date | None, tier: str | None) -> Division | None:
        """The place that a document of this issuer means by `tỉnh`, `huyện`, or by no place at all."""
        if isinstance(context, str):
            context = self.resolve(context, on=on).entry
        if context is None or context.place is None:
            return None
        division: Division | None = self._divisions.get(context.place)
        while tier is not None and division is not None and division.tier != tier:
            division = self._divisions.get(division.parent) if division.parent else None
        return division

    def _part(
        self, name: str, syllables: list[str], on: dt.date | None, context: str | Entry | None
    ) -> Resolution | None:
        """A part of a listed body (`Thanh tra Sở Y tế`) or of the issuer (`Văn phòng Bộ`); or the issuer (`Bộ`)."""
        if " ".join(syllables) in _OWN:
            issuer = self._issuer(syllables, on, context)
            return Resolution(name, issuer, (), "place_from_context") if issuer else None
        for cut in range(len(syllables) - 1, 0, -1):
            if " ".join(syllables[:cut]) not in self._bodies.of_heads:
                continue
            rest = " ".join(syllables[cut:])
            inside = self._listed(rest, rest, on, context)
            whole = self._issuer(syllables[cut:], on, context) if rest in _OWN else inside and inside.entry
            if whole and (inside is None or inside.reason != "no_place"):
                made = _open_entry(name, whole.id, whole.place, whole.province)
                return Resolution(name, made, (), "open_vocabulary")
        return None

    def _issuer(self, head: list[str], on: dt.date | None, context: str | Entry | None) -> Entry | None:
        """The issuer, where its name begins with this head."""
        entry = self.resolve(context, on=on).entry if isinstance(context, str) else context
        return entry if entry and key(entry.name).startswith(" ".join(head) + " ") else None

    def _unlisted(self, name: str, syllables: list[str], on: dt.date | None, context: str | Entry | None) -> Resolution:
        """A name that no table lists: recognised by its grammar, or none."""
        for cut in range(len(syllables), 0, -1):
            if " ".join(syllables[:cut]) in self._bodies.open_heads and _named_on(name, syllables, cut):
                return Resolution(name, self._open(name, syllables, on, context), (), "open_vocabulary")
        return Resolution(name, None, (), "unknown")

    def _open(self, name: str, syllables: list[str], on: dt.date | None, context: str | Entry | None) -> Entry:
        """An open entry, with the listed body that its name ends in (`Vụ Pháp chế Bộ Tài chính`), or the place."""
        for start in range(1, len(syllables)):
            if syllables[start] in _LEVEL_OPENERS:
                places = [one for one in self._divisions.named(" ".join(syllables[start:])) if one.valid(on)]
                if len(places) == 1:
                    return _open_entry(name, None, places[0].id, places[0].province)
            if syllables[start] in self._bodies.openers:
                tail = " ".join(syllables[start:])
                inside = self._listed(tail, tail, on, context)
                if inside is not None and inside.entry is not None and inside.reason != "no_place":
                    return _open_entry(name, inside.entry.id, inside.entry.place, inside.entry.province)
        if syllables[0] == "vụ" and (ministry := self._issuer(["bộ"], on, context)):
            return _open_entry(name, ministry.id, None, None)
        return _open_entry(name, None, None, None)

    def _chosen(self, name: str, entries: list[Entry], on: dt.date | None, reason: Reason) -> Resolution:
        """The one entry that is valid then; several places are candidates; none valid: the nearest in time."""
        valid = [e for e in entries if e.valid(on)]
        if len({e.place for e in valid}) > 1:
            return Resolution(name, None, tuple(valid), "several_places")
        if valid:
            return Resolution(name, self._entries.on(valid[0], on), tuple(valid[1:]), reason)
        provinces = {province_name(e.province or "") for e in entries}  # a commune lay in one, then in its heir
        if len({_spot(e) for e in entries}) > 1 or len(provinces) > 2:
            return Resolution(name, None, tuple(entries), "several_places")
        return Resolution(name, _nearest(entries, on), (), "not_valid_then")


def _lost(found: Resolution | None) -> bool:
    return found is None or found.reason == "unknown"


def _spot(entry: Entry) -> str:
    """Where an entry is, whatever the time: its place below the province, or the province."""
    province, _, below = (entry.place or "").partition("/")
    return below or province_name(province)


def _one_of_several(name: str, found: Resolution) -> Resolution:
    """A body told apart by its number: open, since no table lists it, with the time of its kind."""
    if found.entry is None:
        return found
    kind = found.entry
    made = Entry(
        slug(name), keep(name), (), kind.level, kind.parent, kind.place, kind.province,
        kind.valid_from, kind.valid_to, None, kind.source, open=True,
    )  # fmt: skip
    return Resolution(name, made, (), "not_valid_then" if found.reason == "not_valid_then" else "open_vocabulary")


def _open_entry(name: str, parent: str | None, place: str | None, province: str | None) -> Entry:
    name = keep(name)
    return Entry(slug(name), name, (), "open", parent, place, province, None, None, None, "grammar of names", open=True)


def _named_on(name: str, syllables: list[str], cut: int) -> bool:
    """Whether a name goes on behind its head of `cut` syllables.

    Behind a head of one syllable only with a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II, IV): `Vụ Pháp chế` is a
    name, `vụ việc` and `ban đầu` are words.
    """
    printed = name.split()
    following = cut - len(syllables)
    return following < 0 and (cut > 1 or -following > len(printed) or not printed[following][0].islower())


def _nearest(entries: Iterable[Entry], on: dt.date | None) -> Entry:
    """The entry whose time lies nearest to the day; the last one without a day."""
    day = on or dt.date.max

    def distance(entry: Entry) -> int:
        if entry.valid_from and day < entry.valid_from:
            return (entry.valid_from - day).days
        return (day - entry.valid_to).days if entry.valid_to and day > entry.valid_to else 0

    return min(entries, key=distance)


@lru_cache(maxsize=4)
def register(package: str = models.DEFAULT_MODEL) -> Register:
    """The register of a model package, built once per process."""
    return Register(package)
