"""Who is who, when: names of bodies, their heads, groups and provinces, from the model's lexicon."""
