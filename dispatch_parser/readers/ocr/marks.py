"""The marks of running text, told by the words beside: `tô chức` is `tổ chức`, `kiêm nhiệm` stays.

Engines confuse the small marks over Vietnamese letters (`ô`, `ố`, `ổ`) and are sure of it. Which syllable was
printed is decided as for any noisy channel: every syllable of the same bare letters costs what the engine must
have misread for it, a pair of syllables that makes a word of the language or of the model's lexicons saves; the
cheapest way through the text wins (Viterbi). Letters and digits are never changed, and a syllable of the language
gives way only where its new form makes a word with a neighbour.
"""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dispatch_parser.model import load
from dispatch_parser.text.folding import key
from dispatch_parser.text.legacy_syllables import TONES, is_syllable
from dispatch_parser.text.words import dictionaries

# Costs are of the size of -log of a chance. How often an engine takes one mark for another:
_LOST, _LOST_OTHER = 2.5, 3.5  # the tone over a letter that has a mark already: hỏi or sắc; another
_TONE = 4.5  # one tone for another
_LETTER = 6.0  # `a` for `ă` or `â`, `d` for `đ`, each letter
_UNHEARD = 5.0  # what was read is no syllable of any word
_MOST = 9.0  # from which on a syllable is no candidate
_SURE, _DOUBT, _LEAST = 0.95, 3.0, 0.5  # below this confidence misreadings cost less, by so much, down to this share
_USUAL = 0.35  # weight of how usual a syllable is
# What a pair saves: found in the smallest, most usual dictionary, …, in the largest; in the model's lexicons.
_PAIRS = (3.5, 3.0, 2.5, 1.5)
_KNOWN = 4.0
_WITHIN = 0.8  # share of it where the pair is a part of a longer word
_COUNTS = (3.0, 2.0, 1.0, 0.3)  # what a word of each dictionary adds to how usual its syllables are

_NAMES = ("agencies", "document_types", "offices", "spellings", "fields", "groups", "name_words")
_PHRASES = ("ocr_phrases", "task_verbs")


@dataclass(frozen=True, slots=True)
class _Language:
    """Syllables by their bare letters with the cost of their rarity, and what pairs of them save."""

    spelled: dict[str, tuple[str, ...]]
    rarity: dict[str, float]
    rarest: float
    pairs: dict[tuple[str, str], float]


def remark(texts: Sequence[str], confidences: Sequence[float]) -> list[str]:
    """The words of a text, in reading order, with the marks that their neighbours call for.

    `confidences` are the engine's, 0 to 1: a doubtful word gives way more easily. Every word keeps its length
    and its bare letters; what is no word of letters stays as it is.
    """
    cores = [core(text) for text in texts]
    keys = [key(middle) if _may_be_word(middle) else "" for _, middle, _ in cores]
    joined = [k > 0 and not cores[k - 1][2] and not cores[k][0] for k in range(len(cores))]
    chosen = _cheapest(keys, [_trust(confidence) for confidence in confidences], joined)
    result = list(texts)
    for k, (text, was, new) in enumerate(zip(texts, keys, chosen, strict=True)):
        if new == was:
            continue
        beside = [(k - 1, k)] * joined[k] + [(k, k + 1)] * (k + 1 < len(texts) and joined[k + 1])
        if any(_speaks(cores[i][1], cores[j][1], (chosen[i], chosen[j])) for i, j in beside) or _unheard(text, was):
            result[k] = with_marks(text, new)
    return result


def _speaks(first: str, second: str, pair: tuple[str, str]) -> bool:
    """Whether a pair speaks for its syllables; of two words that open with capitals only one that the lexicons know.

    `Văn Phúc` may be a person's: that `văn phục` were a word says nothing.
    """
    names = first.istitle() and second.istitle()
    return _language().pairs.get(pair, 0.0) >= (_KNOWN if names else min(_PAIRS) * _WITHIN)


def _unheard(text: str, word: str) -> bool:
    """Whether a word in small letters is no syllable of any word, so that it cannot have been printed."""
    return text.islower() and word not in _language().rarity


def with_marks(text: str, word: str) -> str:
    """The text with the letters of `word`, in its own case; unchanged where only the place of a tone differs."""
    before, middle, after = core(text)
    if key(middle) == word or len(middle) != len(word):
        return text
    marked = "".join(new.upper() if old.isupper() else new for old, new in zip(middle, word, strict=True))
    return before + marked + after


def core(text: str) -> tuple[str, str, str]:
    """A word without the marks around it: what is before, its letters, what is behind."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[:start], text[start:end], text[end:]


@lru_cache(maxsize=65_536)
def bare(word: str) -> str:
    """The letters of a word without marks, lower case."""
    plain = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def phrases() -> Iterator[tuple[str, ...]]:
    """Every name and phrase of the lexicons as keys of its words; a province as the date line prints it."""
    model = load()
    for name in _NAMES:
        for row in model.lexicon(name):
            for text in (row["name"], *(alias for alias in row.get("aliases", "").split("|") if " " in alias)):
                yield _words(text)
    for name in _PHRASES:
        for row in model.lexicon(name):
            yield _words(row["phrase"])
    for row in model.lexicon("provinces"):
        yield _words(f"{row['name']} ngày")
        yield _words(f"{row['level']} {row['name']}")


def _may_be_word(middle: str) -> bool:
    """Whether letters may be a syllable; capitals that spell none are an abbreviation (`NGƯT`)."""
    if not middle.isalpha() or len(middle) > 7:
        return False
    return not middle.isupper() or is_syllable(middle) or any(c in "ÂÊÔĂÁÉÍÓÚÝÀÈÌÒÙỲ" for c in middle)


def _trust(confidence: float) -> float:
    """The share of the costs of misreading that a word as surely read as this has."""
    return min(1.0, max(_LEAST, 1 - _DOUBT * (_SURE - confidence)))


def _cheapest(keys: Sequence[str], trusts: Sequence[float], joined: Sequence[bool]) -> list[str]:
    """The cheapest syllable at every place; '' where nothing is to be chosen."""
    pairs = _language().pairs
    steps: list[list[tuple[str, float, int]]] = []
    before: list[tuple[str, float, int]] = [("", 0.0, 0)]
    for word, trust, near in zip(keys, trusts, joined, strict=True):
        now = []
        for candidate, misread, rare in _candidates(word) if word else (("", 0.0, 0.0),):
            ways = (
                (total - (pairs.get((other, candidate), 0.0) if near else 0.0), k)
                for k, (other, total, _) in enumerate(before)
            )
            least, origin = min(ways)
            now.append((candidate, least + trust * misread + rare, origin))
        steps.append(now)
        before = now
    chosen: list[str] = []
    at = min(range(len(before)), key=lambda k: before[k][1])
    for step in reversed(steps):
        chosen.append(step[at][0])
        at = step[at][2]
    return chosen[::-1]


@lru_cache(maxsize=65_536)
def _candidates(word: str) -> tuple[tuple[str, float, float], ...]:
    """The word and every syllable of its bare letters, with the cost of misreading it so and that of its rarity."""
    language = _language()
    unheard = 0.0 if word in language.rarity else _UNHEARD
    found = [(word, 0.0, unheard + _USUAL * language.rarity.get(word, language.rarest))]
    for other in language.spelled.get(bare(word), ()):
        cost = _misread(word, other)
        if other != word and cost < _MOST:
            found.append((other, cost, _USUAL * language.rarity[other]))
    return tuple(found)


def _misread(read: str, printed: str) -> float:
    """What an engine must have misread to take `printed` for `read`, words of the same bare letters."""
    (letters, tone), (others, other) = _split(read), _split(printed)
    if letters == others:
        if not tone and any(c in "âêôăơư" for c in letters):
            return _LOST if other in "\u0309\u0301" else _LOST_OTHER
        return _TONE
    return _LETTER * sum(a != b for a, b in zip(letters, others, strict=True)) + (tone != other)


def _split(word: str) -> tuple[str, str]:
    """The letters of a word without its tone, and the tone."""
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES)), "".join(
        c for c in parts if c in TONES
    )


@lru_cache(maxsize=1)
def _language() -> _Language:
    """Built once a process from underthesea's dictionaries and the model's lexicons (about half a second)."""
    pairs: dict[tuple[str, str], float] = {}
    counts: dict[str, float] = defaultdict(float)
    for words, saved, count in zip(dictionaries(), _PAIRS, _COUNTS, strict=True):
        for word in words:
            _add(_words(word), saved, count, pairs, counts)
    for phrase in phrases():
        _add(phrase, _KNOWN, 1.0, pairs, counts)
    spelled: dict[str, list[str]] = defaultdict(list)
    for word in sorted(counts):
        spelled[bare(word)].append(word)
    total = sum(counts.values())
    rarity = {word: math.log(total / (count + 0.5)) for word, count in counts.items()}
    return _Language({letters: tuple(found) for letters, found in spelled.items()}, rarity, math.log(2 * total), pairs)


def _add(
    words: Sequence[str], saved: float, count: float, pairs: dict[tuple[str, str], float], counts: dict[str, float]
) -> None:
    for word in words:
        if is_syllable(word):
            counts[word] += count
    share = 1.0 if len(words) == 2 or saved == _KNOWN else _WITHIN
    for pair in pairwise(words):
        if all(pair):
            pairs[pair] = max(pairs.get(pair, 0.0), saved * share)


def _words(text: str) -> tuple[str, ...]:
    return tuple(core(key(word))[1] for word in text.split())
