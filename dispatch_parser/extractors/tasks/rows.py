"""Task tables: one task a row, its fields by column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dispatch_parser.extractors.deadlines import parse_deadline_cell
from dispatch_parser.extractors.findings import FoundDeadline, FoundTask, Mention, PassedOver
from dispatch_parser.extractors.tasks.kinds import kind_of
from dispatch_parser.extractors.tasks.parties import longer
from dispatch_parser.extractors.tasks.roles import cast
from dispatch_parser.extractors.tasks.units import pick
from dispatch_parser.extractors.tasks.view import Agents, Span, View
from dispatch_parser.layout.sentences import strip_end
from dispatch_parser.layout.tables import EMPTY, TaskTable, task_tables
from dispatch_parser.record import Role

_SAME = re.compile(r"[-\"' ]*(?:nt|như trên|n/t|″|〃)?[-\"'. ]*")
_SEPARATOR = re.compile(r"\s*[;\n]\s*|\s*,\s+(?=[A-ZĐÀ-Ỹ])")
_NAME_GOES_ON = re.compile(
    r" (?!và\b|hoặc\b|phối hợp|chủ trì|thực hiện|tham mưu|là\b|theo\b)[^\W\d_][\w \-&]{2,90}(?=$|[;,.\n(])"
)
_COORDINATE_LABEL = re.compile(r"\b(?:cơ quan |đơn vị )?phối hợp(?: với)? ?:? ?")
_CLOCK = re.compile(r"\d{1,2} ?(?:h|g|giờ|:)")
_BARE = frozenset(("đơn vị", "cơ quan", "tên đơn vị", "tên cơ quan", "cơ quan, đơn vị"))  # name a body, not its part
_DELEGATES = "task.directive.delegate_power"
_ORDINAL = re.compile(r"(?:[\d.]+|[ivx]+|[a-z])[.)]?")


def row_tasks(view: View, headers: list[dict[str, str]], told: Sequence[FoundTask]) -> Iterator[FoundTask]:
    """The tasks of every task table, in document order.

    `told`: the tasks of the text, whose bodies are meant where a table says what is entrusted, but not to whom.
    """
    entrusted = _entrusted(told)
    for table in task_tables(view.findings.reading, headers):
        if _is_programme(view, table):
            _pass_over(view, table, "table.programme")
        elif not _assigns(view, table):
            _pass_over(view, table, "table.goods")
        elif "entrusted" not in table.columns:
            yield from _rows(view, table)
        elif entrusted:  # a task cell merged over the rows of its procedures is one task
            rows = {task.start: task for task in _rows(view, table)}
            yield from (replace(task, agencies=entrusted + task.agencies) for task in rows.values())


def _entrusted(told: Sequence[FoundTask]) -> Agents:
    """The bodies to which powers are entrusted (`Ủy quyền cho Giám đốc Sở A …`)."""
    pairs = (pair for task in told if task.rule == _DELEGATES for pair in task.agencies if pair[1] == "lead")
    return tuple({mention.name: (mention, role) for mention, role in pairs}.values())


def _pass_over(view: View, table: TaskTable, why: str) -> None:
    """Write down that the rows of a table are no tasks."""
    cells = (_cell(row, table, "task") for row in table.rows)
    view.findings.passed_over += [PassedOver(*cell, why) for cell in cells if view.key[slice(*cell)].strip()]


def _is_programme(view: View, table: TaskTable) -> bool:
    """Whether the table is the programme of an event: its times are hours of a day."""
    times = [view.key[slice(*_cell(row, table, "deadline"))] for row in table.rows]
    return sum(bool(_CLOCK.match(time)) for time in times) * 2 > len(times) > 0


def _assigns(view: View, table: TaskTable) -> bool:
    """Whether the columns charge somebody with work.

    A column headed by a bare `Đơn vị` beside nothing but contents may as well list goods: there the contents must
    open with verbs.
    """
    if set(table.columns) & {"entrusted", "coordinate", "deadline", "product"}:
        return True
    heads = {view.key[slice(*row[column])].strip() for row in table.grid.cells for column in table.columns["lead"]}
    if not heads & _BARE:
        return True
    cells = [cell for row in table.rows if (cell := _cell(row, table, "task")) != EMPTY]
    acting = sum(bool(view.grammar.verbs.predicate(view.masked(*cell), 0)) for cell in cells)
    return acting * 2 > len(cells)


def _rows(view: View, table: TaskTable) -> Iterator[FoundTask]:
    above: dict[str, Span] = {}
    heading: Span | None = None
    last: FoundTask | None = None
    for row in table.rows:
        fields = {
            role: _cell(row, table, role) for role in ("task", "lead", "coordinate", "deadline", "product")
        }
        for role, span in fields.items():
            words = view.key[slice(*span)]
            if role != "task" and span != EMPTY and not _SAME.fullmatch(words):
                above[role] = span
            elif span != EMPTY and role != "task":
                fields[role] = above.get(role, EMPTY)
        if last is not None and _goes_on(view, row, table, fields):
            last = _with_rest(view, last, fields)
            continue
        if _is_section(view, row, table, fields):
            heading = next((span for span in row if len(view.key[slice(*span)]) > 4), None)
            if heading is not None:
                view.findings.passed_over.append(PassedOver(*heading, "table.section"))
            continue
        if fields["task"] != EMPTY:
            if last is not None:
                yield last
            last = _task(view, fields, heading)
    if last is not None:
        yield last


def _goes_on(view: View, row: tuple[Span, ...], table: TaskTable, fields: dict[str, Span]) -> bool:
    """Whether a row is the rest of the row above, which a page break or a sub-row cut off.

    It has no number where rows are numbered, and no task, or one that goes on in the middle of a sentence.
    """
    if any(row[column] != EMPTY for column in table.columns.get("number", ())):
        return False
    task = fields["task"]
    if task == EMPTY:
        return bool(set(row) - {EMPTY})
    inside = view.text[task[0]].islower() and "number" in table.columns
    return inside and len({span for span in row if span != EMPTY}) < len(table.columns)


def _with_rest(view: View, task: FoundTask, fields: dict[str, Span]) -> FoundTask:
    """A task with the bodies, the date and the product that the rest of its row adds."""
    more = (*_bodies(view, fields["lead"], "lead"), *_bodies(view, fields["coordinate"], "coordinate"))
    limit = task.deadline or _limit(view, fields["deadline"])
    product = task.product or (fields["product"] if fields["product"] != EMPTY else None)
    return replace(task, agencies=task.agencies + more, deadline=limit, due=task.due or limit, product=product)


def _cell(row: tuple[Span, ...], table: TaskTable, role: str) -> Span:
    """The stretch of a row in the columns of a role: of tasks the last that is filled, else the first."""
    filled = [row[column] for column in table.columns.get(role, ()) if row[column] != EMPTY]
    if not filled:
        return EMPTY
    return filled[-1] if role == "task" else filled[0]


def _is_section(view: View, row: tuple[Span, ...], table: TaskTable, fields: dict[str, Span]) -> bool:
    """Whether a row only heads the rows below it: one text over the whole width, or no body and no date."""
    texts = {view.key[slice(*span)].strip() for span in row if span != EMPTY}
    named = {words for words in texts if not _ORDINAL.fullmatch(words)}
    if len(named) <= 1:
        return True
    if "entrusted" in table.columns:
        return False
    task = fields["task"]
    return all(fields[role] in (EMPTY, task) for role in ("lead", "coordinate", "deadline"))


def _task(view: View, fields: dict[str, Span], heading: Span | None) -> FoundTask:
    start, end = strip_end(view.text, *fields["task"])
    agents = (*_bodies(view, fields["lead"], "lead"), *_bodies(view, fields["coordinate"], "coordinate"))
    limit = _limit(view, fields["deadline"])
    named = [cast(view, *span, ()).agents for span in (fields["task"], fields["deadline"]) if span != EMPTY]
    received = [pair for agents_there in named for pair in agents_there]
    kind, kind_by = kind_of(view, start, end, start)
    if kind == "enforcement":
        kind, kind_by = "do", None
    return FoundTask(
        start=start,
        end=end,
        kind=kind,
        agencies=agents + tuple(pair for pair in received if pair[1] == "report_to"),
        deadline=limit,
        due=limit,
        product=fields["product"] if fields["product"] != EMPTY else None,
        parent=heading,
        rule="task.table_row",
        confidence=0.9,
        kind_by=kind_by,
    )


def _limit(view: View, span: Span) -> FoundDeadline | None:
    """The deadline of a cell, where a bare day or period counts."""
    if span == EMPTY:
        return None
    date = view.findings.header.date.value
    limit = parse_deadline_cell(view.text[slice(*span)], date, model=view.grammar.model)
    if limit is None:
        return pick(view.deadlines(*span))
    return replace(limit, start=limit.start + span[0], end=limit.end + span[0])


def _bodies(view: View, span: Span, role: Role) -> Agents:
    """The bodies of a cell.

    A cell may hold both sides (`Sở A; phối hợp: Sở B`); persons are kept as written.
    """
    if span == EMPTY:
        return ()
    start, end = span
    parts: list[tuple[int, int, Role]] = [(start, end, role)]
    label = _COORDINATE_LABEL.search(view.key, start, end)
    if role == "lead" and label and label.start() > start:
        parts = [(start, label.start(), "lead"), (label.end(), end, "coordinate")]
    agents: list[tuple[Mention, Role]] = []
    for left, right, part_role in parts:
        cells = list(_named(view, left, right)) or _as_written(view, left, right)
        agents.extend((replace(mention, cue=f"table.{part_role}"), part_role) for mention in cells)
    return tuple(agents)


def _named(view: View, start: int, end: int) -> Iterator[Mention]:
    """The bodies of a cell that are known. What follows one up to the next separator belongs to its name."""
    lists = view.lists(start, end)
    starts = [*(group.start for group in lists), end]
    for group, following in zip(lists, starts[1:], strict=True):
        *before, last = group.members
        yield from before
        rest = _NAME_GOES_ON.match(view.key, last.end, end)
        whole = rest is not None and rest.end() <= following
        yield longer(view, last, view.key[last.end : rest.end()]) if rest and whole else last


def _as_written(view: View, start: int, end: int) -> Iterator[Mention]:
    """The entries of a cell that names no known body: persons, posts."""
    position = start
    for match in [*_SEPARATOR.finditer(view.text, start, end), None]:
        left, right = strip_end(view.text, position, match.start() if match else end)
        while left < right and view.text[left] in "-+• ":
            left += 1
        if left < right:
            yield Mention(left, right, view.text[left:right], rule="agency.as_written", confidence=0.6)
        if match:
            position = match.end()
