"""Measures each stage against gold."""
