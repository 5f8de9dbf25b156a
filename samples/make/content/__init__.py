"""All samples, in the order in which `samples/README.md` lists them."""

from __future__ import annotations

from samples.make.content import departments, directive, meetings, plan_annex, plans, provincial, telegram
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
    departments.COMMUNE,
)
