"""All samples, in the order in which `samples/README.md` lists them."""

from __future__ import annotations

from samples.make.content import provincial, telegram
from samples.make.model import Sample

SAMPLES: tuple[Sample, ...] = (*provincial.SAMPLES, *telegram.SAMPLES)
