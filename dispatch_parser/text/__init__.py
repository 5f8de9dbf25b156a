"""Vietnamese text: folding with offsets, the reading view, syllables, words."""
