"""Zones and text to values with evidence: one module per thing found."""
