"""Document to zones and paragraphs, outline and tables: where things stand decides what they are."""
