"""Down the outline: which bodies act in which part of the text, and the orders in its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dispatch_parser.extractors.findings import FoundTask, Mention, PassedOver
from dispatch_parser.extractors.tasks.due import bind, closes_item, closing_limit
from dispatch_parser.extractors.tasks.labels import Label, Labels, read_label
from dispatch_parser.extractors.tasks.orders import Order, Scope, find_order, paper_sent
from dispatch_parser.extractors.tasks.parties import headed_by, longer
from dispatch_parser.extractors.tasks.roles import cast
from dispatch_parser.extractors.tasks.units import pick, tasks_of
from dispatch_parser.extractors.tasks.view import Agents, View
from dispatch_parser.layout.outline import Item, is_heading
from dispatch_parser.layout.sentences import sentences
from dispatch_parser.record import Role

_LABEL = re.compile(r"^(?:p\. )?[^:;.]{2,160}: ?")
_TOPIC = 60  # characters: a longer stretch before a colon is part of the sentence
_NAMES_ON = 8  # words
_INFORM = "directive.inform"  # tells bodies something: an order only where what follows orders
_QUOTE_OPENS = re.compile(r"^[“\"]")


@dataclass
class Walker:
    """Collects the tasks of one forest of items."""

    view: View
    tasks: list[FoundTask] = field(default_factory=list)
    quoted: frozenset[int] = frozenset()
    carried: Agents = ()
    announcing: tuple[Order, int] | None = None
    commanded: bool = False
    first: int = 0  # index of the first task of the list being read

    def walk(self, items: Sequence[Item], scope: Scope) -> None:
        """Read the items in order. A lead-in or heading without items below it governs its later siblings."""
        previous: Scope | None = None
        pending: tuple[Order, int] | None = None
        above, self.carried = self.carried, ()
        outer, self.first = self.first, len(self.tasks)
        for number, item in enumerate(items):
            if item.start in self.quoted:
                self.walk(item.children, scope)
                continue
            label = read_label(self.view, item)
            if label is not None:
                self._label(label, self._labelled_items(items[:number]) or ([item.parent] if item.parent else []))
                continue
            here = previous or scope
            if self.commanded:  # once orders are given, what follows no longer only tells
                here = replace(here, narrative=False)
            if item.kind and not here.agents and not here.silent and self.carried:
                here = replace(here, agents=self.carried, open=True)
            announced = self._item(item, here, follows=number + 1 < len(items))
            if self.announcing is not None:
                self._settle(pending)
                pending, self.announcing = self.announcing, None
            if announced is not None and (not item.children or not item.kind):
                previous = announced
            elif not item.kind and item.children:
                previous = None
        self._settle(pending)
        self.carried, self.first = above, outer

    def _labelled_items(self, before: Sequence[Item]) -> Sequence[Item]:
        """The items before a labelled line, unless they are labelled lines, too."""
        return before if any(read_label(self.view, item) is None for item in before) else ()

    def _label(self, label: Label, above: Sequence[Item]) -> None:
        """Give a labelled field to the item above it (of its siblings the last that is no label itself)."""
        fields = Labels(self.view, self.tasks)
        owner = next((item for item in reversed(above) if read_label(self.view, item) is None), None)
        if owner is not None:
            fields.name(label, owner)
        if self.tasks:
            fields.apply(label, above)

    # -- one item ----------------------------------------------------------------------------------

    def _item(self, item: Item, scope: Scope, follows: bool) -> Scope | None:
        """Read one item and all below it; returns the scope it opens, if it announces one."""
        start, end = item.start, item.end
        masked = self.view.masked(start, end)
        heading = bool(item.children) and is_heading(self.view.text[start:end])
        ends_open = self.view.text[start:end].rstrip().endswith(":") and (heading or follows)
        section = self.view.grammar.match("section", masked) if heading and len(masked) < 160 else None
        if section:
            self.view.findings.passed_over.append(PassedOver(start, end, section.id))
            below = replace(scope, agents=(), open=False, headed=False, named=False, silent=True)
            self.walk(item.children, below)
            return None if item.children else below
        named = None if scope.silent else self._named(start, end)
        if named is None and heading:
            named = headed_by(self.view, scope, start, end)
        if named is not None and (item.children or follows or item.kind):
            below = self._headed(scope, named, start, end)
            self.walk(item.children, below)
            return None if item.children else below
        if ends_open and not _shouts(self.view.text[start:end]):
            return self._lead_in(item, scope)
        if _shouts(self.view.text[start:end]) or (heading and not self._commands(start, end)):
            inner = scope
            if self.view.grammar.match("assigning_section", masked):
                inner = replace(scope, narrative=False, silent=False, assigns=True)
            self.walk(item.children, inner)
            return inner if not item.children and inner is not scope else None
        after = self._sentences(start, end, scope)
        self.walk(item.children, after)
        return None

    def _commands(self, start: int, end: int) -> bool:
        """Whether a heading gives an order in so many words (a body and a verb alone may be a title)."""
        order = find_order(self.view, start, end, Scope())
        return order is not None and not order.rule.startswith("subject")

    def _named(self, start: int, end: int) -> Agents | None:
        """The bodies of a heading that does nothing but name them."""
        masked = self.view.masked(start, end)
        if len(masked) > 320 or self.view.grammar.match("content", masked):
            return None
        frame = self.view.grammar.cue("heading_frame")
        found = self.view.lists(start, end)
        position = start
        agents: list[tuple[Mention, Role]] = []
        for group in found:
            if agents and ":" in self.view.key[position : group.start]:
                return None  # `Chủ đầu tư: Ban Quản lý …`: a field of a form
            if position < group.start and not frame.fullmatch(self.view.key, position, group.start):
                continue
            if agents and self.view.grammar.cue("commanding").search(self.view.key, position, group.start):
                agents.clear()  # `Sở A đề nghị các đơn vị:`: the first one speaks
            agents.extend((member, "lead") for member in group.members)
            position = group.end
        rest = self.view.masked(position, end)
        announces = self.view.grammar.cue("commanding").search(rest) or _shouts(self.view.text[start:end])
        if announces and len(found) == 1 and self.view.is_issuer(found[0]):
            return None  # `Ủy ban nhân dân tỉnh yêu cầu:`, the letterhead of an annex: who speaks
        if not agents or (rest and not frame.fullmatch(rest) and not self._names_on(rest)):
            return None
        if rest.strip(" :") and not frame.fullmatch(rest) and not rest.startswith((" và ", " (", " ~")):
            agents[-1] = (longer(self.view, agents[-1][0], rest.rstrip(" :")), "lead")
        return tuple(agents)

    def _names_on(self, rest: str) -> bool:
        """Whether the end of a heading (`… và đặc khu X:`) goes on with names no register knows."""
        words = rest.strip(" :")
        if self.view.grammar.match("command", rest.rstrip()):
            return False
        verbs = self.view.grammar.verbs
        free = not any(verbs.at(words, match.start()) for match in re.finditer(r"\w+", words))
        return rest.rstrip().endswith(":") and len(words.split()) <= _NAMES_ON and "," not in words and free

    def _headed(self, scope: Scope, named: Agents, start: int, end: int) -> Scope:
        """The scope under a heading or label that names the bodies."""
        return replace(
            scope, agents=named, open=True, headed=True, named=True, narrative=False, assigns=True, anchor=(start, end)
        )

    def _lead_in(self, item: Item, scope: Scope) -> Scope | None:
        """A stretch that ends in a colon: its last sentence announces, those before it are read as usual."""
        parts = sentences(self.view.text, item.start, item.end)
        for start, end in parts[:-1]:
            scope = self._sentence(start, end, scope)
        start, end = parts[-1]
        order = find_order(self.view, start, end, replace(scope, narrative=False))
        below = self._announced(order, start, end, scope)
        if order is not None and order.agents and self._orders_something(order):
            self._emit(order, scope)
            below = replace(below, agents=order.agents)
            self.walk(item.children, below)
            return below
        announcing = (order, len(self.tasks)) if order is not None and self._acts(order) else None
        if item.children:
            self.walk(item.children, below)
            self._settle(announcing)
        else:
            self.announcing = announcing
        return below

    def _settle(self, announcing: tuple[Order, int] | None) -> None:
        """A lead-in that no order followed was the order itself (`đề nghị tuân thủ Điều 5 như sau: “…”`)."""
        if announcing is None:
            return
        order, known = announcing
        if len(self.tasks) == known and order.agents and order.rule.startswith("directive"):
            self._emit(order, Scope())

    def _announced(self, order: Order | None, start: int, end: int, scope: Scope) -> Scope:
        """The scope that a lead-in opens for what it announces."""
        if order is None and self.view.grammar.match("command", self.view.masked(start, end)):
            agents = scope.agents or scope.addressed
            return replace(
                scope, agents=agents, open=True, narrative=False, silent=False, assigns=True, anchor=(start, end)
            )
        informed = order.agents if order is not None and order.rule == _INFORM and not self._acts(order) else ()
        if order is None or informed:
            words = self.view.key[start:end]
            content = bool(self.view.grammar.match("content", words))
            assigns = content or bool(self.view.grammar.match("assigning_section", words))
            guided = informed or (scope.addressed if self.view.grammar.match("guides", words) else ())
            return replace(
                scope, agents=informed or scope.agents or guided, open=scope.open or bool(guided),
                narrative=scope.narrative and not assigns, assigns=scope.assigns or assigns,
            )  # fmt: skip
        agents = order.agents or scope.addressed
        roles = cast(self.view, order.predicate, end, agents)
        kept = tuple(pair for pair in roles.agents if pair[1] in ("lead", "coordinate", "delegate"))
        announced = self.view.masked(order.predicate, end).strip(" :,~")
        named_on = self.view.key.startswith(",", order.predicate) and len(announced.split()) <= _NAMES_ON
        does = not announced or named_on or order.rule == "duty" or self._acts(order)
        return replace(
            scope, agents=kept, open=does, headed=True, named=False, narrative=not does, silent=False, assigns=does,
            commands=announced == "chỉ đạo", anchor=(start, end),
        )  # fmt: skip

    def _acts(self, order: Order) -> bool:
        """Whether there is a verb behind the bodies of a lead-in (`… thực hiện các nội dung sau:`)."""
        masked = self.view.masked(order.predicate, order.end)
        words = (match.start() for match in re.finditer(r"\w+", masked))
        return any(
            verb is not None and verb[1] != "adverb"
            for verb in (self.view.grammar.verbs.at(masked, at) for at in words)
        )

    def _orders_something(self, order: Order) -> bool:
        """Whether a lead-in itself orders something.

        It has an object of its own and then goes into detail.
        """
        masked = self.view.masked(order.predicate, order.end).rstrip()
        detail = next(
            (m for rule in self.view.grammar.family("detail") for m in (rule.search(masked),) if m),
            None,
        )
        if detail is None:
            return False
        return len(masked[: detail.start()].split()) >= 5 and not self.view.grammar.match(
            "lead_in", masked[: detail.start()]
        )

    # -- sentences ---------------------------------------------------------------------------------

    def _sentences(self, start: int, end: int, scope: Scope) -> Scope:
        """Read the sentences of a stretch; returns the scope for what stands under it."""
        start, inner, labelled = self._labelled(start, end, scope)
        carried, quoting = inner, False
        parts = sentences(self.view.text, start, end)
        for number, (left, right) in enumerate(parts):
            if not self._introduces(left, right, parts[number + 1 :]):
                carried = self._sentence(left, right, replace(carried, silent=carried.silent or quoting))
                carried = replace(carried, silent=inner.silent)
            quoting = quoting or self._quotes_law(left, right, scope)
            if inner.silent and not scope.silent:
                carried = scope  # a topic label silences its own sentence only
        return replace(carried, headed=scope.headed or labelled, named=scope.named or labelled)

    def _quotes_law(self, start: int, end: int, scope: Scope) -> bool:
        """Whether a sentence retells a duty of the law: what follows it in the paragraph retells on."""
        if scope.named or scope.open:
            return False
        masked = self.view.masked(start, end)
        duty = any(rule.search(masked) for rule in self.view.grammar.duties)
        quotes = self.view.grammar.match("law", masked) or self.view.grammar.match("refusal", masked)
        return duty and bool(quotes) and find_order(self.view, start, end, scope) is None

    def _introduces(self, start: int, end: int, later: Sequence[tuple[int, int]]) -> bool:
        """Whether a sentence about bodies in general only heads the next.

        `Các cơ quan … Trong đó, Sở A, Sở B …`.
        """
        if not later or not self.view.key.startswith("trong đó", later[0][0]):
            return False
        general = self.view.list_at(start, end)
        named = self.view.lists(*later[0])
        return (
            general is not None
            and all(member.group is not None for member in general.members)
            and bool(named)
            and any(member.group is None for member in named[0].members)
        )

    def _labelled(self, start: int, end: int, scope: Scope) -> tuple[int, Scope, bool]:
        """A label before a sentence: a body (`Báo X: Tăng …`) acts, a topic (`Viễn thông: …`) is left out.

        Returns where the sentence starts, the scope it stands in, and whether the label named a body.
        """
        masked = self.view.masked(start, end)
        label = _LABEL.match(masked)
        if not label or scope.silent or self.view.grammar.match("refusal", masked):
            return start, scope, False
        behind = start + label.end()
        if any(found.start < behind < found.end for found in self.view.lists(start, end)):
            return start, scope, False  # the colon of a shared head: `Các Sở: Xây dựng, Công Thương …`
        named = self._named(start, behind) or headed_by(self.view, scope, start, behind)
        if named is not None:
            return behind, self._headed(scope, named, start, behind), True
        if self.view.grammar.match("silent_label", label[0]):
            return start, replace(scope, agents=(), open=False, silent=True), False
        is_topic = (
            bool(scope.agents)
            and not self.view.grammar.match("weak_refusal", label[0])
            and label.end() < _TOPIC
            and not self.view.lists(start, behind)
            and not self.view.grammar.verbs.predicate(masked, 0)
            and self.view.grammar.verbs.predicate(masked, label.end())
        )
        return (behind if is_topic else start), scope, False

    def _sentence(self, start: int, end: int, scope: Scope) -> Scope:
        """Read one sentence; returns the scope with the subject it leaves for the next."""
        if self.tasks and self.view.grammar.match("closing_alone", self.view.masked(start, end)):
            limit = pick(self.view.deadlines(start, end))
            if limit is not None:
                bind(self.view, self.tasks, self.first, limit)
                return scope
        order = find_order(self.view, start, end, scope) or paper_sent(self.view, start, end, scope)
        if order is not None and scope.commands and order.rule in ("subject.verb", "duty"):
            commanded: Agents = tuple((mention, "delegate") for mention, _ in order.agents)
            order = replace(order, agents=scope.agents + commanded)
        if order is None or not order.agents:
            limit = closing_limit(self.view, start, end)
            if limit is not None:
                bind(self.view, self.tasks, self.first, limit)
            return scope
        found = self._emit(order, scope)
        if found and found[-1].deadline is not None and closes_item(self.view, found[-1]):
            bind(self.view, self.tasks, self.first, found[-1].deadline)
        self.commanded |= order.rule.startswith("directive")
        if order.rule.startswith("subject.elided") or not found:
            return scope
        self.carried = order.agents
        return replace(scope, agents=order.agents, open=True)

    def _emit(self, order: Order, scope: Scope) -> list[FoundTask]:
        found = tasks_of(self.view, order, scope.anchor)
        self.tasks.extend(found)
        return found


def _shouts(words: str) -> bool:
    """Whether a paragraph is set in capitals: a title, not a sentence."""
    letters = [char for char in words if char.isalpha()]
    return len(letters) > 3 and sum(char.isupper() for char in letters) > 0.8 * len(letters)


def quoted_items(view: View, items: Sequence[Item]) -> frozenset[int]:
    """Where the items start that stand in a quotation, which may run over many paragraphs.

    One that is closed nowhere ends with its paragraph: its mark was lost, in print or by a reader of pictures.
    """
    inside, found, kept = False, [], 0
    for item in (below for root in items for below in root.walk()):
        before = inside
        inside, skip = _quotation(view.text[item.start : item.end], inside)
        if skip:
            found.append(item.start)
        if inside and not before:
            kept = len(found)
    return frozenset(found[:kept] if inside else found)


def _quotation(words: str, inside: bool) -> tuple[bool, bool]:
    """Follow quoted stretches over paragraphs: `(still inside behind it, skip this paragraph)`.

    Opening and closing marks are not trusted to match (`“ … "`): any closing or straight mark closes what is
    open.
    """
    skip = inside or bool(_QUOTE_OPENS.match(words.lstrip()))
    for char in words:
        if char == "“":
            inside = True
        elif char == "”":
            inside = False
        elif char == '"':
            inside = not inside
    return inside, skip


def announces(view: View, items: Sequence[Item]) -> bool:
    """Whether the text comes to a lead-in (`yêu cầu … như sau:`): what stands before it only reports."""
    return any(
        not item.kind
        and view.text[item.start : item.end].rstrip().endswith(":")
        and not _shouts(view.text[item.start : item.end])
        for item in items
    )
