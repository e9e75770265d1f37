"""Tests of the program; their folders mirror its packages."""
