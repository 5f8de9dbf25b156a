"""Many files."""
