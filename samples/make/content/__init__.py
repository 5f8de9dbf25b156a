"""All samples, in the order in which `samples/README.md` lists them."""

from __future__ import annotations

from samples.make.content import (
    departments,
    directive,
    meetings,
    ministry,
    plain,
    plan_annex,
    plans,
    provincial,
    telegram,
    upward,
)
from samples.make.model import Sample

SAMPLES: tuple[Sample, ...] = (
    provincial.SAMPLES[0],
    departments.DEPARTMENT,
    provincial.SAMPLES[1],
    directive.SAMPLE,
    plans.PLAN,
    plan_annex.DEPARTMENT_PLAN,
    meetings.CONCLUSIONS,
    *telegram.SAMPLES,
    meetings.INVITATION,
    upward.SUBMISSION,
    departments.COMMUNE,
    upward.PARTY,
    upward.SECRET,
    ministry.SAMPLE,
    plain.LETTER,
    plain.PORTAL,
    plain.PASTED,
)
