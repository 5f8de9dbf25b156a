"""Record to other shapes."""
