"""Parties that no register lists (`Nhà thầu`, `Giáo viên chủ nhiệm`), and names that go on behind what it knows."""

from __future__ import annotations

import re
from dataclasses import replace

from dispatch_parser.extractors.findings import AgencyList, Mention
from dispatch_parser.extractors.tasks.scope import Order, Scope
from dispatch_parser.extractors.tasks.view import Agents, View

_NAME_WORDS = 12  # words a name may go on behind what the register knows of it
_LABEL_WORDS = 8
_PLURAL_WORDS = 14  # `Các chủ đầu tư có dự án chậm nộp hồ sơ:`
_PARTY_WORDS = 4
_DUTY_OF = re.compile(r"(?:riêng )?(?:đối với|trách nhiệm của|nhiệm vụ của) |riêng ")
_HEAD_OF = re.compile(r"(?:Thủ trưởng|Trưởng|Giám đốc|Hiệu trưởng|Chủ tịch|Bí thư|Đội trưởng|Lãnh đạo) (?=các )")
_NO_NAME_OF_PARTY = re.compile(r"[;:]|\d(?!\d?$)")
# Words that no name of a body goes on with.
_NO_NAME = frozenset(
    ("của về đã được là theo trên tại trong có phải cần để do căn với khi nếu từ đến").split()
)
_NAME_VERBS = frozenset(("nghiên cứu", "đánh giá", "tuyên truyền", "hỗ trợ", "tư vấn"))
_JOINS = re.compile(r"(?:,| và|, và) (?=\w)")
# What becomes of somebody, not what he is to do.
_TOLD = re.compile(r"\b(?:sẽ|bị|thì được|được (?:hưởng|nhận|hỗ trợ|nghỉ|tính|xét|miễn|giảm|tham gia))\b")


def headed_by(view: View, scope: Scope, start: int, end: int) -> Agents | None:
    """A party alone in a heading or label of a part that assigns (`Nhà thầu:`)."""
    words = view.masked(start, end).split("~")[0].rstrip(" .:;(")
    duty_of = _DUTY_OF.match(words)  # a heading that says itself that duties follow
    start, words = (start + duty_of.end(), words[duty_of.end() :]) if duty_of else (start, words)
    longest = _PLURAL_WORDS if words.startswith("các ") else _LABEL_WORDS
    if not (duty_of or scope.assigns or scope.headed) or scope.silent or len(words.split()) > longest:
        return None
    if not view.grammar.cue("party").search(words) or view.grammar.cue("no_party").search(words):
        return None
    if _opens_with_verb(view, words) or _NO_NAME_OF_PARTY.search(words):
        return None
    return ((as_written(view, start, start + len(words)), "lead"),)


def _opens_with_verb(view: View, words: str) -> bool:
    """Whether words open with a verb, not with a party spelled like one (`Cấp ủy`, `Tư vấn giám sát`, `Bảo vệ:`)."""
    if not view.grammar.verbs.predicate(words, 0):
        return False
    party, verb = view.grammar.cue("party").search(words), view.grammar.verbs.at(words, 0)
    if party is None or verb is None or party.end() == len(words):
        return party is None or verb is None
    return party.end() <= len(verb[0])


def as_written(view: View, start: int, end: int, confidence: float = 0.6) -> Mention:
    """A party as the text names it, without the marks and blanks behind it."""
    words = view.text[start:end].rstrip(" ,")
    office = _HEAD_OF.match(words)  # who heads a body stands for it
    name = " ".join(words[office.end() if office else 0 :].split())
    return Mention(
        start, start + len(words), name, office=office[0].strip() if office else None,
        rule="agency.as_written", confidence=confidence,
    )  # fmt: skip


def longer(view: View, known: Mention, rest: str) -> Mention:
    """A body whose name goes on behind what the register knows of it (`Khoa Kiểm soát` `nhiễm khuẩn`)."""
    end = known.end + len(rest)
    return replace(known, end=end, name=f"{known.name}{view.text[known.end : end]}", rule="agency.as_written")


def narrowed(view: View, found: AgencyList, end: int) -> AgencyList:
    """A list whose last, collective name goes on with the clause that tells which bodies are meant."""
    last = found.members[-1]
    which = replace(last, end=end, name=f"{last.name}{view.text[last.end : end]}", office=None, cue="")
    return AgencyList(found.start, end, (*found.members[:-1], which))


def acting(view: View, start: int, end: int, masked: str) -> Order | None:
    """A party that no register lists, before a verb, in a part that assigns (`Sinh viên nộp học phí …`)."""
    if view.grammar.cue("company_form").match(masked):
        return None  # `Công ty TNHH tư vấn và kiểm toán X`: a proper name nobody lists is spelled like verbs
    predicate = party_end(view, masked, start)
    if predicate is None or _TOLD.search(masked, predicate, predicate + 80):
        return None
    rest = masked[predicate:]
    if view.grammar.match("weak_refusal", masked) or view.grammar.match("weak_refusal", rest, at="predicate"):
        return None
    party = as_written(view, start, start + predicate, 0.5)
    return Order(start, end, start + predicate, ((party, "lead"),), "subject.verb", 0.6)


def plural(view: View, start: int, end: int, masked: str) -> Order | None:
    """A plural that no register lists, before a verb, where orders are given (`Các đảng ủy xã tổ chức …`)."""
    if not masked.startswith(("các ", "mỗi ", "từng ")) or view.grammar.match("weak_refusal", masked):
        return None
    predicate = continued_name(view, 0, masked)
    if predicate is None:
        return None
    party = as_written(view, start, start + predicate, 0.5)
    return Order(start, end, start + predicate, ((party, "lead"),), "subject.verb", 0.6)


def dutiful(view: View, start: int, end: int, masked: str) -> Order | None:
    """A party that no register lists, before a duty (`Giảng viên ra đề thi phải …`): named as written."""
    if not view.grammar.cue("party").search(masked) or view.grammar.match("weak_refusal", masked):
        return None
    if _opens_with_verb(view, masked) or view.grammar.cue("adverbial_clause").search(masked):
        return None
    duty = duty_at(view, masked, 0, min(len(masked), 120))
    if duty is None or "~" in masked[:duty] or _TOLD.search(masked, 0, duty):
        return None
    if any(_is_clause(view, part) for part in masked[:duty].split(",")[1:]):
        return None
    party = as_written(view, start, start + duty, 0.6)
    return Order(start, end, start + duty, ((party, "lead"),), "duty", 0.7)


def _is_clause(view: View, part: str) -> bool:
    """Whether what follows a comma is more than a further party (`Các chủ phương tiện, thuyền trưởng phải …`)."""
    words = part.strip().split()
    return len(words) > _PARTY_WORDS or any(view.grammar.verbs.at(" ".join(words[n:]), 0) for n in range(len(words)))


def joined_party(view: View, start: int, masked: str, found: AgencyList) -> tuple[int | None, AgencyList]:
    """The predicate behind a list that ends with a party no register lists (`Sở A, các chủ hồ vận hành …`)."""
    link = _JOINS.match(masked, found.end - start)
    if link is None:
        return None, found
    predicate = party_end(view, masked[link.end() :], start + link.end())
    if predicate is None:
        return None, found
    party = as_written(view, start + link.end(), start + link.end() + predicate, 0.5)
    return link.end() + predicate, AgencyList(found.start, party.end, (*found.members, party))


def party_end(view: View, masked: str, start: int) -> int | None:
    """Where the predicate starts behind a party that the words open with (at `start` of the text).

    None of the words of its name is a verb, unless with a capital or as what the team is for (`Tổ kiểm tra`).
    """
    head = view.grammar.cue("party").search(masked)
    if not head or view.grammar.cue("no_party").search(masked) or _opens_with_verb(view, masked):
        return None
    for word in list(re.finditer(r"[\w/]+", masked[head.end() : head.end() + 90]))[:_NAME_WORDS]:
        here = head.end() + word.start()
        if word[0] in _NO_NAME or any(mark in masked[head.end() : here] for mark in ",;:.~"):
            return None
        verb = view.grammar.verbs.at(masked, here)
        if verb is None or view.text[start + here].isupper():
            continue
        if verb[1] == "adverb" and " " in verb[0]:
            return here
        if not view.grammar.verbs.predicate(masked, here):
            continue
        behind = here + len(verb[0])
        named_for = view.grammar.cue("named_for").search(masked[:behind])
        if not (named_for and view.grammar.verbs.predicate(masked, behind + 1)):
            return here
    return None


def continued_name(view: View, position: int, masked: str) -> int | None:
    """The predicate behind words that still belong to the name (`các hội nghề nghiệp, quần chúng tổ chức …`).

    Only adverbs and verbs of organising are trusted here: any other word may be part of a name.
    """
    if view.grammar.verbs.predicate(masked, position + 1):
        return None
    words = list(re.finditer(r"[\w/]+", masked[position : position + 120]))[:_NAME_WORDS]
    for word in words:
        if word[0] in _NO_NAME or any(mark in masked[position : position + word.start()] for mark in ";:.~"):
            return None
        here = position + word.start()
        verb = view.grammar.verbs.at(masked, here)
        if verb and " " in verb[0] and verb[1] in ("adverb", "light") and verb[0] not in _NAME_VERBS:
            return here
        if verb and verb[1] not in ("adverb", "light") and masked[here + len(verb[0]) :][:2].strip().isdigit():
            return here  # `… cử 02 cán bộ`
        if verb and verb[0] == "tổ chức" and view.grammar.verbs.predicate(masked, here + len("tổ chức")):
            return here
    return None


def duty_at(view: View, masked: str, start: int, end: int) -> int | None:
    """Where the first words of duty stand in a stretch without a stronger mark."""
    stop = min((masked.find(mark, start, end) % (end + 1) for mark in ";:."), default=end)
    found = [
        match.start() for rule in view.grammar.duties for match in rule.regex.finditer(masked, start, stop)
    ]
    return min(found, default=None)
