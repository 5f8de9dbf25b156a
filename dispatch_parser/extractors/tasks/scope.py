"""What an order is, and what a sentence inherits from where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from dispatch_parser.extractors.tasks.view import Agents, Span


@dataclass(frozen=True, slots=True)
class Order:
    """A sentence that tells somebody to do something.

    `predicate` is the offset behind the subject, where the verbs start; `rule` says how the subject was
    found, `cue` where the directive stands that names it.
    """

    start: int
    end: int
    predicate: int
    agents: Agents
    rule: str
    confidence: float = 0.85
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a sentence inherits: the bodies that act where it names none, and whether bare verbs order.

    `addressed` are the bodies the whole document speaks to; a request that names nobody falls on them.
    `narrative` text only reports (bare subject and verb is no order there), a `silent` part (aims, results)
    orders nothing but by a directive verb. `headed` text stands under a lead-in or heading with bodies,
    `named` under a heading that only names them; under a lead-in that `commands` (`X chỉ đạo:`) the items
    name whom X is to command. A part that `assigns` was announced as one that says who does what: there
    a party that no register lists may be the subject, too.
    """

    agents: Agents = ()
    open: bool = False
    narrative: bool = False
    silent: bool = False
    addressed: Agents = ()
    headed: bool = False
    named: bool = False
    commands: bool = False
    assigns: bool = False
    anchor: tuple[int, int] | None = None
