"""Bytes to Document: one module per kind of file, behind registry.read."""
