"""Places and actors: who and where a name stands for, across spellings, languages and scripts."""
