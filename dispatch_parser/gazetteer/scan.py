"""A text ready for the grammar of names.

Its syllables, the lexicon's anchors in it, and small questions about them.
"""

from __future__ import annotations

from collections.abc import Iterable

from dispatch_parser.gazetteer.lexicon import Anchor, Entry, Kind, Lexicon
from dispatch_parser.text.phrases import Syllables


def word_set(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


DETERMINERS = frozenset(("các", "những", "mọi", "mỗi", "từng"))
AND = frozenset(("và", "hoặc", "&", "cùng"))
# Words that end a name or a modifier: they open a clause, a purpose, a time.
FUNCTION_WORDS = word_set(
    "và hoặc các những của về để được bị là đã đang sẽ vẫn còn cần phải nên thì mà khi nếu trong trước "
    "sau theo tại từ đến với cho do bởi vào ra trên dưới gồm này đó nêu như có không chưa chỉ cùng tự "
    "nhằm qua bằng ngày tháng năm số điều khoản mục kèm trừ ngoài đối kể việc hiện cũng đều thuộc trực "
    "cấp ở nơi nhận biết giữa chậm muộn "
)
_NAMING = frozenset(("body", "head", "office", "noun"))
_OPENERS = word_set("tất toàn ông bà đồng")  # `tất cả các …`, `ông`, `đồng chí`
_CAPITALISED = frozenset(("body", "head", "office", "field", "place"))
_SHORTEST_RUN = 4  # words in capitals that make a line of capitals
_SPELLED: tuple[Kind, ...] = ("body", "head", "field", "office", "place", "word", "noun", "modifier")
_LEVELS = {
    ("tỉnh",), ("thành", "phố"), ("huyện",), ("quận",), ("thị", "xã"), ("thị", "trấn"), ("xã",), ("phường",),
    ("đặc", "khu"), ("tp",), ("tx",), ("thôn",), ("khu", "phố"), ("tổ", "dân", "phố"),
}  # fmt: skip

_LEVEL_OPENERS = frozenset(words[0] for words in _LEVELS)


class Scan:
    """One text. Positions are token numbers; past the end every word is empty."""

    def __init__(self, text: Syllables, lexicon: Lexicon) -> None:
        self.text = text
        self.size = len(text)
        self.lexicon = lexicon
        self._anchors = lexicon.anchors(text)
        self._empty: dict[Kind, Anchor] = {}
        self._shouted = _shouted(text)
        self.depth = 0  # how deep names are nested at present (`Văn phòng Đảng ủy Công an tỉnh`)
        self._words_end = {
            here[kind].end for here in self._anchors.values() for kind in ("verb", "office") if kind in here
        }

    def at(self, i: int, kind: Kind) -> Anchor | None:
        """The longest entry of a kind that starts at token i."""
        return self._anchors.get(i, self._empty).get(kind)

    def define(self, start: int, end: int, entry: Entry) -> None:
        """Make tokens start to end a body of the document's own, unless a longer one is known there."""
        here = self._anchors.setdefault(start, {})
        known = here.get("body")
        if known is None or known.end < end:
            here["body"] = Anchor(start, end, entry, alias=True)

    def candidates(self) -> list[int]:
        """The tokens at which a list of bodies may start, in order.

        Where a body is named or a collective opens.
        """
        found = {i for i, here in self._anchors.items() if not _NAMING.isdisjoint(here)}
        for i, word in enumerate(self.text.keys):
            if (word in DETERMINERS and i + 1 in found) or word in _OPENERS:
                found.add(i)
        return sorted(found)

    def key(self, i: int) -> str:
        """The comparison key of token i."""
        return self.text.keys[i] if 0 <= i < self.size else ""

    def printed(self, i: int) -> str:
        """Token i as it stands in the text."""
        return self.text.text[self.text.starts[i] : self.text.ends[i]] if 0 <= i < self.size else ""

    def capital(self, i: int) -> bool:
        """Whether token i is a word with a capital first letter.

        In a line of capitals, where a name may begin.
        """
        if not 0 <= i < self.size or not self.text.text[self.text.starts[i]].isupper():
            return False
        return i not in self._shouted or not _CAPITALISED.isdisjoint(self._anchors.get(i, ()))

    def shouted(self, i: int) -> bool:
        """Whether token i stands in a run of words all in capitals, where capitals tell nothing."""
        return i in self._shouted

    def in_capitals(self, i: int) -> bool:
        """Whether token i is an abbreviation or a word all in capitals."""
        word = self.printed(i)
        return len(word) > 1 and word.isupper()

    def letters(self, i: int) -> bool:
        """Whether token i is a word of letters."""
        return self.key(i).isalpha()

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before it without a blank."""
        return 0 < i < self.size and self.text.ends[i - 1] == self.text.starts[i]

    def level(self, i: int) -> int:
        """The end of a level of administration (`tỉnh`, `thị xã`) that starts at token i, or i."""
        if self.key(i) not in _LEVEL_OPENERS:
            return i
        for length in (3, 2, 1):
            end = i + length
            if end <= self.size and tuple(self.text.keys[i:end]) in _LEVELS:
                committee = length == 1 and self.key(end) in ("ủy", "đoàn", "hội")  # `Tỉnh ủy`, `Huyện Đoàn`
                if committee and not (self.capital(end) and self.letters(end + 1) and self.capital(end + 1)):
                    return i
                return end + 1 if self.key(i) in ("tp", "tx") and self.key(end) == "." else end
        return i

    def opens_body(self, i: int) -> bool:
        """Whether a body, a head or an office starts at token i, printed as one."""
        if not (self.at(i, "head") or self.at(i, "body") or self.at(i, "office")):
            return False
        return self.capital(i)

    def in_notation(self, i: int, end: int) -> bool:
        """Whether tokens i to end are a group of a document's notation (`1234/UBND-VX`)."""
        if not self.in_capitals(i):
            return False
        before = self.glued(i) and self.key(i - 1) in ("/", "-") and self.glued(i - 1)
        after = self.glued(end) and self.key(end) in ("/", "-") and self.glued(end + 1)
        return before or (after and end - i == 1)

    def clause_start(self, i: int) -> bool:
        """Whether token i opens a paragraph, a sentence or a clause."""
        return i == 0 or self.key(i - 1) in ("\n", ".", ";", ":", "-", "+", ")", "*", "•")

    def separate(self, i: int) -> bool:
        """Whether token i is a word of its own and no second syllable (`nhiệm vụ`, `cơ sở`, `thông báo`).

        Words in capitals are; others only behind a mark, a function word, a verb or an office.
        """
        before = self.key(i - 1)
        capital = i not in self._shouted and self.capital(i)
        return capital or not before.isalpha() or before in FUNCTION_WORDS or i in self._words_end

    def words(self, start: int, end: int, used: Iterable[Anchor] = ()) -> str:
        """Tokens start to end as printed, abbreviations spelled out, tones in the new style.

        `used`: anchors printed in another form, whose name is written instead.
        """
        if end - start > 2 and all(not self.letters(i) or self.printed(i).isupper() for i in range(start, end)):
            return self._ordinary(start, end)
        spelled = {anchor.start: anchor for anchor in used if anchor.alias}
        parts: list[str] = []
        i = start
        while i < end:
            anchor = spelled.get(i)
            if anchor is None:
                short = self.at(i, "short")
                if short is not None and self.in_capitals(i):
                    anchor = short
            if parts and not self.glued(i):
                parts.append(" ")
            if anchor is not None and anchor.end <= end:
                parts.append(anchor.entry.name)
                i = anchor.end
                if self.key(i) == "." and i < end:
                    i += 1
                    if i < end and self.glued(i):
                        parts.append(" ")
            else:
                parts.append(new_tones(self.printed(i), self.key(i)))
                i += 1
        return "".join(parts)

    def _ordinary(self, start: int, end: int) -> str:
        """Tokens printed in capitals, in the spelling of the lexicon; unknown words as proper nouns."""
        parts: list[str] = []
        i = start
        while i < end:
            if parts and not (self.glued(i) and not self.letters(i)):
                parts.append(" ")
            known = [a for kind in _SPELLED if (a := self.at(i, kind)) is not None and a.end <= end]
            level = self.level(i)
            if known:
                best = max(known, key=lambda anchor: anchor.end)
                parts.append(best.entry.name)
                i = best.end
            else:
                word = self.printed(i)
                small = i < level <= end or self.key(i) in FUNCTION_WORDS
                parts.append(self.key(i) if small else word[:1] + self.key(i)[1:])
                if small and level > i + 1:
                    parts.append(" " + " ".join(self.text.keys[i + 1 : level]))
                i = max(i + 1, level if small else 0)
        return "".join(parts)


def _shouted(text: Syllables) -> frozenset[int]:
    """The tokens of runs of at least four words all in capitals.

    Marks do not end a run, a paragraph break does.
    """
    found: list[int] = []
    run: list[int] = []
    for i, word in enumerate(text.keys):
        if word.isalpha():
            if text.text[text.starts[i] : text.ends[i]].isupper():
                run.append(i)
                continue
        elif word != "\n":
            continue
        if len(run) >= _SHORTEST_RUN:
            found.extend(run)
        run = []
    if len(run) >= _SHORTEST_RUN:
        found.extend(run)
    return frozenset(found)


def new_tones(word: str, folded: str) -> str:
    """The word with its tone mark in the new-style place (`Uỷ` -> `Ủy`), case kept. `folded`: its key."""
    if folded == word.lower():
        return word
    return "".join((f.upper() if c.isupper() else f) if c.isalpha() else c for c, f in zip(word, folded, strict=True))
