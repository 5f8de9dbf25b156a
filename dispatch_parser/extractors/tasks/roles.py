"""Who plays which part in one unit: leads, coordinates, is commanded, is reported to, is supervised."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dispatch_parser.extractors.findings import AgencyList, Mention
from dispatch_parser.extractors.tasks.parties import as_written, party_end
from dispatch_parser.extractors.tasks.view import Agents, View
from dispatch_parser.record import Role
from dispatch_parser.text.folding import key as fold

_COORDINATED_BEFORE = re.compile(r"[ ,]*(?:cùng |tích cực |chủ động )*phối hợp\b(?! (?:với|cùng))")
_OWN_VERB = re.compile(r"[ ,]*(?:,|;|\bhoặc\b|\bvà\b) ?")
_GOES_ON = re.compile(r" \([^()]*\)[ ,;]*(?:và )?| (?:như|gồm|bao gồm|trong đó có):? ")
_LEADS = re.compile(r"\bchủ trì\b(?!,? (?:cuộc|hội nghị|phiên|buổi|các cuộc|họp))")
_OWN_HOUSE = re.compile(
    r"(?:Bộ|Sở|Cục|Tổng cục|Tập đoàn|Tổng công ty|Phòng|Trường|Nhà trường|Trung tâm|Viện|Chi cục|Bệnh viện"
    r"|(?:Phòng|Đội|Tổ) \d{1,2}|Chánh án|Viện trưởng|Hiệu trưởng|Tổng Giám đốc|Ban Giám hiệu|Ban Giám đốc)"
    r"(?=(?: kết quả| tình hình)?(?:[.,;)]| \(|$| (?:trước|để|theo|chậm|qua|xem xét|định kỳ|đúng|khi|vào)\b))"
)
_LONGEST_PARTNER = 60  # characters
_POINTS_BACK = re.compile(r"\b(?:này|đó|nói trên|nêu trên)\b")
_JOINT = re.compile(r"\bphối hợp\b")


@dataclass(frozen=True, slots=True)
class Cast:
    """The roles in one unit. `leads` says whether the subject leads (or acts alone), not merely coordinates.

    `partners` are the (folded) names of the bodies that work with or under the subject.
    """

    agents: Agents
    leads: bool
    partners: frozenset[str] = frozenset()


def cast(view: View, predicate: int, end: int, subjects: Agents) -> Cast:
    """The roles of the subjects and of every body named behind them, up to `end`.

    `subjects` come with the role they bring along: lead, or another from a lead-in that already gave it.
    """
    key = view.key[predicate:end]
    masked = view.masked(predicate, end)
    others: list[tuple[Mention, Role]] = []
    taken: set[int] = set()
    for rule_id, reader in (
        ("role.coordinate_with", _coordinated),
        ("role.coordinate_before", _coordinated_before),
        ("role.lead_by", _led_by),
        ("role.delegate", _behind),
        ("role.report_to", _behind),
        ("role.relay", _behind),
        ("role.report_to_distant", _distant),
        ("role.target_direct", _behind),
        ("role.target_place", _behind),
    ):
        for found, role in reader(view, predicate, key, masked, rule_id):
            if found.start not in taken:
                taken.add(found.start)
                others.extend((replace(member, cue=rule_id), role) for member in found.members)
    others.sort(key=lambda pair: pair[0].start)
    leads = not any(role == "lead" for _, role in others) and _subject_leads(view, predicate, masked)
    acting: list[tuple[Mention, Role]] = []
    named = {fold(mention.name) for mention, _ in others}
    for mention, role in subjects:
        if role != "lead" and fold(mention.name) in named:
            continue  # what the unit itself says of a body outweighs what its lead-in said
        acting.append((mention, "coordinate" if role == "lead" and not leads else role))
    partners = frozenset(
        fold(mention.name) for mention, role in others if role in ("coordinate", "delegate", "lead")
    )
    return Cast(_distinct(acting + others), leads, partners)


def _subject_leads(view: View, predicate: int, masked: str) -> bool:
    """Whether the subject leads: it is told to, or it has a verb of its own besides `phối hợp`."""
    joint = _JOINT.search(masked)
    if not joint or _LEADS.search(masked):
        return True
    if _has_verb(view, masked[: joint.start()]):
        return True
    behind = joint.end()
    found = _list_behind(view, predicate, masked, behind)
    if found is not None:
        behind = found.end - predicate
        while masked[behind : behind + 2] in (" ~", "~~", "~ ") or masked[behind : behind + 1] == "~":
            behind += 1
    link = _OWN_VERB.match(masked, behind)
    return bool(link) and _own_verb(view, masked, link.end() if link else behind)


def _own_verb(view: View, masked: str, position: int) -> bool:
    verb = view.grammar.verbs.at(masked, position)
    return verb is not None and verb[1] != "adverb"


def _has_verb(view: View, words: str) -> bool:
    """Whether there is a verb among the words before `phối hợp` (adverbs and duties do not count)."""
    position = 0
    for rule in view.grammar.duties:
        match = rule.search(words)
        if match:
            position = max(position, match.end())
    for word in re.finditer(r"\w+", words[position:]):
        verb = view.grammar.verbs.at(words, position + word.start())
        if verb and verb[1] != "adverb":
            return (
                not words[position : position + word.start()]
                .rstrip()
                .endswith(("nhiệm vụ", "việc", "căn cứ"))
            )
        if verb is None and word[0] in ("căn", "theo", "trong", "trên", "tại"):
            return False
    return False


def _list_behind(view: View, predicate: int, masked: str, position: int, gap: int = 30) -> AgencyList | None:
    """The list behind `phối hợp [chặt chẽ] [với]`."""
    rule = view.grammar.roles["role.coordinate_with"]
    for match in rule.finditer(masked):
        if match.start() <= position <= match.end():
            position = match.end()
    while masked[position : position + 1] == " ":
        position += 1
    return view.list_at(predicate + position, predicate + len(masked), gap=gap)


def _coordinated(
    view: View, predicate: int, key: str, masked: str, rule_id: str
) -> list[tuple[AgencyList, Role]]:
    """Bodies behind `phối hợp với`."""
    found: list[tuple[AgencyList, Role]] = []
    for match in view.grammar.roles[rule_id].finditer(masked):
        group = view.list_at(predicate + match.end() + 1, predicate + len(masked), gap=12)
        if group is None:
            position = match.end() + 1
            found.extend((party, "coordinate") for party in _partner(view, predicate + position, masked[position:]))
            continue
        if _joined_by_supervised(view, predicate, masked, match.start()):
            continue
        found.append((group, "coordinate"))
        found.extend((more, "coordinate") for more in _continued(view, group, predicate + len(masked)))
    return found


def _partner(view: View, position: int, words: str) -> list[AgencyList]:
    """A party that no register lists behind `phối hợp với`, up to its verb (`… với trưởng thôn xây dựng …`)."""
    end = party_end(view, words, position)
    if end is None or end > _LONGEST_PARTNER or _POINTS_BACK.search(words, 0, end):
        return []
    party = as_written(view, position, position + end, 0.5)
    return [AgencyList(party.start, party.end, (party,))]


def _joined_by_supervised(view: View, predicate: int, masked: str, position: int) -> bool:
    """`đôn đốc X phối hợp với Y`: it is X, the supervised body, that works with Y."""
    before = masked[:position].rstrip()
    for group in view.lists(predicate, predicate + position):
        if group.end - predicate == len(before):
            head = masked[: group.start - predicate].rstrip()
            return head.endswith(("đôn đốc", "giám sát", "kiểm tra", "hướng dẫn", "theo dõi", "hỗ trợ"))
    return False


def _continued(view: View, group: AgencyList, end: int) -> list[AgencyList]:
    """Lists that go on behind a bracket (`Bộ A (về đất) và Bộ B`) or with examples (`như Sở A, Sở B`)."""
    more: list[AgencyList] = []
    while True:
        link = _GOES_ON.match(view.key, group.end, end)
        following = view.list_at(link.end(), end) if link else None
        if following is None or link is None or following.start != link.end():
            break
        more.append(following)
        group = following
    return more


def _coordinated_before(
    view: View, predicate: int, key: str, masked: str, rule_id: str
) -> list[tuple[AgencyList, Role]]:
    """`A chủ trì, B, C phối hợp …`: the bodies between the two."""
    lead = _LEADS.search(masked)
    if not lead:
        return []
    for group in view.lists(predicate + lead.end(), predicate + len(masked)):
        if masked[lead.end() : group.start - predicate].strip(" ,;"):
            return []
        if _COORDINATED_BEFORE.match(masked, group.end - predicate):
            return [(group, "coordinate")]
    return []


def _led_by(view: View, predicate: int, key: str, masked: str, rule_id: str) -> list[tuple[AgencyList, Role]]:
    """`do A (hoặc B) chủ trì`: A leads."""
    found: list[tuple[AgencyList, Role]] = []
    for match in view.grammar.roles[rule_id].finditer(masked):
        limit = masked.find("chủ trì", match.end())
        found.extend(
            (group, "lead")
            for group in view.lists(predicate + match.end(), predicate + limit)
            if "," not in masked[match.end() : group.start - predicate]
        )
    return found


def _behind(view: View, predicate: int, key: str, masked: str, rule_id: str) -> list[tuple[AgencyList, Role]]:
    """Bodies right behind the words of a role."""
    rule = view.grammar.roles[rule_id]
    role: Role = rule.data["role"]
    found: list[tuple[AgencyList, Role]] = []
    for match in _all(rule.regex, key):
        group = view.list_at(predicate + match.end(), predicate + len(key), gap=rule.data.get("gap", 0))
        if group is None and role == "report_to":
            group = _bare(view, predicate + match.end())
        if group is None and match[0].startswith(("chỉ đạo", "lãnh đạo, chỉ đạo")):
            found.extend((party, role) for party in _partner(view, predicate + match.end(), masked[match.end() :]))
        if group is not None and (group.start - predicate) - match.end() <= rule.data.get("gap", 0):
            found.append((group, role))
            found.extend((more, role) for more in _continued(view, group, predicate + len(key)))
    return found


def _distant(
    view: View, predicate: int, key: str, masked: str, rule_id: str
) -> list[tuple[AgencyList, Role]]:
    """Bodies behind `gửi … về`, `báo cáo … với`: a verb, its object, and a word of direction."""
    rule = view.grammar.roles[rule_id]
    link = re.compile(rule.data["link"])
    for limit in view.deadlines(predicate, predicate + len(masked)):  # a date between commas ends nothing
        if view.lists(limit.start, limit.end):
            continue  # `hằng ngày về Sở A trước 15 giờ` holds the receiver itself
        left, right = limit.start - predicate, limit.end - predicate
        around = re.compile(r"[ ,]*").match(masked, right)
        right = around.end() - 1 if around and "," in around[0] else right
        left -= 2 if masked[:left].endswith(", ") else 0
        masked = masked[:left] + "~" * (right - left) + masked[right:]
    found: list[tuple[AgencyList, Role]] = []
    for match in rule.finditer(masked):
        stop = min(
            (masked.find(mark, match.end()) % (len(masked) + 1) for mark in ",;.:"), default=len(masked)
        )
        for way in link.finditer(masked, match.end() - 1, min(stop, match.end() + 180)):
            position = predicate + way.end()
            group = view.list_at(position, predicate + len(masked)) or _bare(view, position)
            if group is not None and group.start == predicate + way.end():
                more = _continued(view, group, predicate + len(masked))
                found.extend((each, rule.data["role"]) for each in (group, *more))
                break
    return found


def _bare(view: View, position: int) -> AgencyList | None:
    """A body named by its kind alone, which can only be the writer's own (`gửi về Sở (qua …)`)."""
    match = _OWN_HOUSE.match(view.text, position)
    if not match:
        return None
    mention = Mention(match.start(), match.end(), match[0], rule="agency.as_written", confidence=0.7)
    return AgencyList(match.start(), match.end(), (mention,))


def _all(regex: re.Pattern[str], key: str) -> list[re.Match[str]]:
    """All matches, also those that start inside another (`gửi A về …, báo cáo …`), longest reach last."""
    found: list[re.Match[str]] = []
    position = 0
    while (match := regex.search(key, position)) is not None:
        found.append(match)
        position = match.start() + 1 if match.end() - match.start() < 12 else match.end() - 1
    return found


def _distinct(agents: list[tuple[Mention, Role]]) -> Agents:
    """Each body once, with its first role; a second role only where one body also receives the report."""
    seen: dict[str, set[Role]] = {}
    kept: list[tuple[Mention, Role]] = []
    for mention, role in agents:
        roles = seen.setdefault(fold(mention.name), set())
        if not roles or (role == "report_to" and role not in roles):
            roles.add(role)
            kept.append((mention, role))
    return tuple(kept)
