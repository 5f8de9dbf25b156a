"""Who is told to do something in a sentence: the subject and where its predicate starts.

Three ways, tried in turn: a directive verb addresses a body (`Giao Sở Nội vụ …`, `yêu cầu các đơn vị …`); a body
stands as subject before a duty or a verb (`Sở Tài chính có trách nhiệm …`, `Công an tỉnh chủ trì …`); the subject is
elided and carried on from the heading, the lead-in or the sentence before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dispatch_parser.extractors.findings import AgencyList, Mention
from dispatch_parser.extractors.tasks.view import Agents, View
from dispatch_parser.model import Rule

# What makes `giao`, `yêu cầu`, `đề nghị` a noun or somebody else's order: the word before it.
_NOT_ORDER = re.compile(
    r"(?:\d|%|\b(?:theo|hồ sơ|văn bản|giấy|đơn|xét|được|các|những|một số|có|nhu cầu|đáp ứng|đủ|việc|phiếu|công văn"
    r"|tờ trình|danh sách|đã|không|mọi|bàn|chuyển|đúng|đạt|nội dung|ý kiến|đơn vị|từng|mục đích|phù hợp|khu vực|vị trí"
    r"|thời hạn|nhiệm vụ|do|về|hội đồng|thủ tục|cho|trường hợp|ngoài|trước|vì|sẽ|thuộc|kính|đất|mốc|quyền|"
    r"tổng hợp|rà soát|nghiên cứu|xây dựng|thẩm định|kèm theo|và đề xuất|chủ động|tham mưu))$"
)
_BEFORE_DIRECTIVE = re.compile(
    r"(?:^|[,;:.~] ?|\b(?:do đó|do vậy|vì vậy|vậy|theo đó|đồng thời|ngoài ra|bên cạnh đó|trong đó|riêng|và|nay|thì|này|trên"
    r"|trước mắt))[ ,]*(?:trân trọng |kính |có ý kiến |thống nhất |xin |nay |kiên quyết |đồng ý |cũng )?$"
)
_POLITE = re.compile(
    r"(?:trân trọng|kính|nay|tiếp tục|thống nhất|có ý kiến|cũng|xin|báo cáo và|thông báo và|quyết định|nghiêm túc)$"
)
_CLAUSE_START = re.compile(
    r"(?:^|[,;:.~]|\b(?:thì|theo đó|đồng thời|trong đó|riêng|do đó|do vậy|vì vậy|vậy|mỗi|từng|ngoài ra|bên cạnh đó|trên đây))[ ,]*$"
)
# Words that may stand between a subject and its predicate, up to a comma.
_QUALIFIER = re.compile(
    r"[ ,]*(?:~+[ ,]*)?(?:(?:trực thuộc|thuộc|có liên quan|liên quan|nêu trên|khác|các cấp|trên địa bàn|theo|căn cứ"
    r"|trong|với|tùy|tại|nơi|trên cơ sở|phụ trách|của|ở|được|có|là thành viên|bằng|qua|từ|khi|sau khi|đối với|hoạt động"
    r"|quản lý)\b[^;:]{0,220}?)(?:,|(?= (?:có trách nhiệm|chịu trách nhiệm|phải|cần|chủ trì|khẩn trương|nghiêm túc|chủ động|tập trung|tổ chức|tiếp tục|thực hiện)\b))"
)
_FRONTED = re.compile(
    r"(?:để|nhằm|trong|trên|sau|trước|khi|ngay|đối với|trường hợp|căn cứ|thực hiện|triển khai|theo|tại|từ|đến|hằng|hàng|định kỳ"
    r"|đồng thời|ngoài ra|bên cạnh đó|đặc biệt|riêng|qua|với|do đó|do vậy|vì vậy|về|chậm nhất|hạn|mỗi|nếu|tùy|cùng|giai đoạn"
    r"|cuối|đầu|năm|quý|tháng|bằng|trước mắt)\b[^,:;]{0,400}[,:] ?"
)
_ADVERBIAL = re.compile(r"(?:tại|trong|trên|khi|trước|sau|đối với|từ|đến|hằng|hàng)\b")
# A party that no register lists: the phrase behind a directive that opens with a word for people or organisations.
_PARTY = re.compile(
    r"(?:các |những |mỗi |từng |toàn thể |tất cả |quý |lãnh đạo |trưởng |đại diện )*(?:đồng chí|đ/c|ông|bà|cán bộ|công chức|viên chức|giảng viên"
    r"|giáo viên|sinh viên|học sinh|người|nhân viên|chủ đầu tư|chủ|công ty|doanh nghiệp|đơn vị|cơ quan|tổ chức|cá nhân|hộ|nhà thầu"
    r"|hợp tác xã|khoa|phòng|bộ môn|lớp|trường|tổ|ban|hội|nhóm|trung tâm|bộ phận|thành viên|ủy viên|hội viên|đoàn viên|ngân hàng|cơ sở|báo|đài|chủ tịch|phó chủ tịch|giám đốc|trưởng|phó|hiệu trưởng|dntn|htx|hợp tác xã)\b"
)


@dataclass(frozen=True, slots=True)
class Order:
    """A sentence that tells somebody to do something.

    `predicate` is the offset behind the subject, where the verbs start; `rule` says how the subject was found.
    """

    start: int
    end: int
    predicate: int
    agents: Agents
    rule: str
    confidence: float = 0.85


@dataclass(frozen=True, slots=True)
class Scope:
    """What a sentence inherits: the bodies that act where it names none, and whether bare verbs are orders here.

    `addressed` are the bodies the whole document speaks to; a request that names nobody falls on them. `narrative`
    text only reports (bare subject and verb is no order there), a `silent` part (aims, results) orders nothing but by
    a directive verb. `headed` text stands under a lead-in or heading with bodies, `named` under a heading that only
    names them.
    """

    agents: Agents = ()
    open: bool = False
    narrative: bool = False
    silent: bool = False
    addressed: Agents = ()
    headed: bool = False
    named: bool = False
    anchor: tuple[int, int] | None = None


def find_order(view: View, start: int, end: int, scope: Scope) -> Order | None:
    """The order in one sentence, or None where it is none."""
    masked = view.masked(start, end)
    if view.grammar.match("refusal", masked):
        return None
    directed = _directed(view, start, end, masked, scope)
    if isinstance(directed, Order):
        return directed
    if directed is not None or scope.silent:  # a reported order is somebody else's
        return None
    article = _article(view, start, end, masked)
    if article is not None:
        return article
    if scope.agents and view.grammar.verbs.predicate(masked, 0) and not _names_body(view, start, end):
        return _elided(view, start, end, masked, scope)
    stated = _stated(view, start, end, masked, scope)
    if stated is not None:
        return stated if isinstance(stated, Order) else None
    return _elided(view, start, end, masked, scope)


def _names_body(view: View, start: int, end: int) -> bool:
    """Whether a sentence opens with a body; `Thanh tra, kiểm tra …` opens with a verb that is also a name."""
    found = view.list_at(start, end)
    return (
        found is not None and view.grammar.verbs.at(view.key[found.start : found.members[0].end], 0) is None
    )


def _article(view: View, start: int, end: int, masked: str) -> Order | None:
    """The closing article of a decision: all bodies before `chịu trách nhiệm thi hành` are told."""
    rule = next(rule for rule in view.grammar.kinds if rule.id == "kind.enforcement_article")
    match = rule.regex.search(masked)
    if not match:
        return None
    agents: Agents = tuple(
        (member, "lead") for found in view.lists(start, start + match.start()) for member in found.members
    )
    return Order(start, end, start + match.start(), agents, "article", 0.95) if agents else None


# -- a directive verb addresses a body --------------------------------------------------------------------------


def _directed(view: View, start: int, end: int, masked: str, scope: Scope) -> Order | str | None:
    """The order a directive gives; "reported" for an order of somebody else; None where there is no directive."""
    paper = view.grammar.match("weak_refusal", masked)
    for rule, match in _directives(view, masked):
        before = masked[: match.start()].rstrip()
        speaker = _speaker(view, start, before)
        if speaker is None and rule.data.get("needs") == "speaker":
            continue
        if speaker is None and (_NOT_ORDER.search(before) or not _opens_clause(before)):
            found = view.list_at(start + match.end(), end, gap=1)
            if (found is None and rule.data["object"] == "agency") or _NOT_ORDER.search(before):
                continue
            if not view.grammar.verbs.predicate(masked, match.end()) and found is None:
                continue
            if rule.data["object"] == "agency":
                continue
        if speaker is not None and (
            not view.is_speaker(speaker) or _is_owner(before, speaker, start, masked)
        ):
            return "reported"
        if scope.named and rule.data["force"] == "assign" and not before:
            continue  # under a body's own heading, `giao X` is that body's command
        order = _object(view, start, end, masked, rule, match, scope)
        if order is None:
            continue
        if (
            paper
            and paper.id == "weak.paper_subject"
            and speaker is None
            and before
            and not _opens_clause(before)
        ):
            return "reported"
        return order
    return None


def _directives(view: View, masked: str) -> list[tuple[Rule, re.Match[str]]]:
    """All directive verbs of the sentence, in order of place."""
    found = [
        (rule, match)
        for rule in view.grammar.directives
        for match in rule.regex.finditer(masked)
        if match.start() == 0 or not masked[match.start() - 1].isalnum()
    ]
    return sorted(found, key=lambda pair: pair[1].start())


def _opens_clause(before: str) -> bool:
    return bool(_BEFORE_DIRECTIVE.search(before + " ")) or bool(_BEFORE_DIRECTIVE.search(before))


def _speaker(view: View, start: int, before: str) -> AgencyList | None:
    """The body named right before a directive verb."""
    stripped = before
    if before.endswith((",", ";", ":")):
        return None
    while True:
        polite = _POLITE.search(stripped)
        if not polite:
            break
        stripped = stripped[: polite.start()].rstrip(" ,")
    for found in view.lists(start, start + len(before)):
        if found.end == start + len(stripped.rstrip(" ,~")):
            return _apart(found) if _owns(before[: found.start - start]) and len(found.members) > 1 else found
    return None


def _is_owner(before: str, speaker: AgencyList, start: int, masked: str) -> bool:
    """Whether the body only owns a paper (`Công văn … của Sở X đề nghị …`): its order is reported."""
    return _owns(before[: speaker.start - start]) and not masked.startswith("trên đây")


def _owns(before: str) -> bool:
    return before.rstrip().endswith((" của", " tại", " do"))


def _apart(found: AgencyList) -> AgencyList:
    """A list without its first body, which belongs to the phrase before (`theo Công văn của Bộ A, Sở B …`)."""
    members = found.members[1:]
    return AgencyList(members[0].start, found.end, members)


def _object(
    view: View, start: int, end: int, masked: str, rule: Rule, match: re.Match[str], scope: Scope
) -> Order | None:
    """The body a directive addresses, and the order that follows."""
    behind = start + match.end()
    behind += masked[match.end() : match.end() + 1] == " "
    found = view.list_at(behind, end, gap=30)
    if found is not None and (found.start == behind or not view.grammar.verbs.predicate(masked, match.end())):
        if view.is_issuer(found) and not _addressed_to(found, scope):
            return None
        agents: Agents = tuple((member, "lead") for member in found.members)
        return Order(start, end, found.end, agents, rule.id, 0.95)
    if rule.data["object"] == "any" and view.grammar.verbs.predicate(masked, match.end()):
        agents = scope.agents or scope.addressed
        return Order(start, end, behind, agents, rule.id, 0.8)
    if rule.data["force"] == "notice":
        return Order(start, end, behind, scope.addressed, rule.id, 0.8)
    party = _party(view, start, end, masked, match.end())
    if party is not None:
        return Order(start, end, party.end, ((party, "lead"),), rule.id, 0.8)
    return None


def _addressed_to(found: AgencyList, scope: Scope) -> bool:
    names = {mention.name for mention, _ in scope.addressed}
    return any(member.name in names for member in found.members)


def _party(view: View, start: int, end: int, masked: str, position: int) -> Mention | None:
    """A person or organisation no register lists, read up to the first verb behind it."""
    while masked[position : position + 1] == " ":
        position += 1
    head = _PARTY.match(masked, position)
    if not head:
        return None
    cut = head.end()
    while cut < len(masked) and cut - position < 120:
        if masked[cut] in ";:.":
            break
        if masked[cut] in " ," and view.grammar.verbs.predicate(masked, cut) and masked[cut - 1] != ",":
            break
        cut += 1
    words = view.text[start + position : start + cut].rstrip(" ,")
    if len(words.split()) > 22 or not words or not view.grammar.verbs.predicate(masked, cut):
        return None
    left = start + position
    return Mention(left, left + len(words), " ".join(words.split()), rule="agency.as_written", confidence=0.6)


# -- a body stands as the subject -------------------------------------------------------------------------------


def _stated(view: View, start: int, end: int, masked: str, scope: Scope) -> Order | str | None:
    """A body before a duty or a verb; "told" where a body is the subject of a statement that orders nothing."""
    for found in _subjects(view, start, end):
        before = masked[: found.start - start]
        if "~" in before[-1:] or not _CLAUSE_START.search(before):
            continue
        behind = masked[found.end - start :]
        if view.grammar.match("weak_refusal", behind.lstrip(), at="predicate"):
            return "told"
        predicate = _predicate_behind(view, found.end - start, masked)
        if predicate is None:
            continue
        rest = masked[predicate:]
        if view.grammar.match("weak_refusal", rest, at="predicate") or _only_states(
            view, scope, rest, masked, before
        ):
            return "told"
        duty = any(rule.regex.match(rest.lstrip()) for rule in view.grammar.duties)
        if view.is_issuer(found) and not duty and not scope.named:
            return "told"
        if scope.narrative and not duty:
            return "told"
        agents: Agents = tuple((member, "lead") for member in found.members)
        return Order(start, end, start + predicate, agents, "duty" if duty else "subject.verb", 0.85)
    return None


def _subjects(view: View, start: int, end: int) -> list[AgencyList]:
    """The lists of a sentence; one that runs on from a fronted phrase (`… của X, Y thực hiện`) gives its rest, too."""
    found: list[AgencyList] = []
    for group in view.lists(start, end):
        found.append(group)
        if len(group.members) > 1 and _owns(view.key[start : group.start]) and _FRONTED.match(view.key, start, end):
            found.append(_apart(group))
        names = [member.name for member in group.members]
        for number in range(1, len(names)):
            if names[number] in names[:number]:
                members = group.members[number:]
                found.append(AgencyList(members[0].start, group.end, members))
    return found


def _only_states(view: View, scope: Scope, rest: str, masked: str, before: str) -> bool:
    """Whether a subject only states or quotes: told by its predicate, or by what the sentence opens with."""
    if not scope.open and view.grammar.match("weak_refusal", rest, at="subject"):
        return True
    if not before.strip():
        return False
    return bool(view.grammar.match("weak_refusal", masked)) or (
        not scope.named and bool(view.grammar.match("law", masked))
    )


def _predicate_behind(view: View, position: int, masked: str) -> int | None:
    """Where the predicate starts behind a subject that ends at `position` of the masked sentence."""
    for _ in range(3):
        rest = masked[position:]
        blank = len(rest) - len(rest.lstrip(" ,~:"))
        here = position + blank
        if any(rule.regex.match(masked, here) for rule in view.grammar.duties):
            return here
        if view.grammar.verbs.predicate(masked, here):
            return here
        qualifier = _QUALIFIER.match(masked, position)
        if not qualifier or qualifier.end() == position:
            return None
        duty = _duty(view, masked, position, position + 250)
        if duty is not None:
            return duty
        position = qualifier.end()
        for comma in re.finditer(r",", masked[position : position + 200]):
            if view.grammar.verbs.predicate(masked, position):
                return position
            position = position + comma.end() if comma.end() < 200 else position
    return None


def _duty(view: View, masked: str, start: int, end: int) -> int | None:
    """Where the first words of duty stand in a stretch without a stronger mark."""
    stop = min((masked.find(mark, start, end) % (end + 1) for mark in ";:."), default=end)
    found = [
        match.start() for rule in view.grammar.duties for match in rule.regex.finditer(masked, start, stop)
    ]
    return min(found, default=None)


# -- the subject is elided --------------------------------------------------------------------------------------


def _elided(view: View, start: int, end: int, masked: str, scope: Scope) -> Order | None:
    """A sentence without a subject of its own: the inherited bodies act."""
    if not scope.open or not scope.agents or view.grammar.match("weak_refusal", masked):
        return None
    if not scope.named and view.grammar.match("law", masked):
        return None
    position = 0
    for _ in range(3):
        if view.grammar.match("weak_refusal", masked[position:], at="predicate"):
            return None
        if view.grammar.verbs.at(masked, position) or view.grammar.verbs.predicate(masked, position):
            return Order(start, end, start + position, scope.agents, "subject.elided", 0.75)
        fronted = _FRONTED.match(masked, position)
        if not fronted:
            break
        position = fronted.end()
    duty = (
        _duty(view, masked, position, min(position + 60, len(masked)))
        if _ADVERBIAL.match(masked, position)
        else None
    )
    if duty is not None:
        return Order(start, end, start + duty, scope.agents, "subject.elided", 0.7)
    if len(masked.split()) < 3 or not scope.named or position or re.match(r"[\d(]", masked):
        return None
    return Order(start, end, start, scope.agents, "subject.elided_bare", 0.6)
