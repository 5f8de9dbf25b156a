"""Lint: where a dispatch departs from the rules of form that bind it. Reads a parse; nothing is read twice."""
