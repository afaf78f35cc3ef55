"""The order of the stages; the only place that knows it.

Its modules are imported one by one: coding loads language models, merging must start without them.
"""
