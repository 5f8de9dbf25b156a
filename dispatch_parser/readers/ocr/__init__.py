"""Pages that are pictures: prepared, recognised by an engine, and laid out as a digital page is."""
