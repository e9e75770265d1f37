"""Benchmarks: ratios measured in one run, against physical limits and what others offer."""
