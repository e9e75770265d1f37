"""Tests of the paper package."""
