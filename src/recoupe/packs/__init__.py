"""Languages as data, and the code that reads them: one loader a concept."""
