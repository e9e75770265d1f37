"""Tests of the bespoke screens."""
