"""Record and pages to a page a person can check."""
