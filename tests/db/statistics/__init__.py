"""Tests of the official tables."""
