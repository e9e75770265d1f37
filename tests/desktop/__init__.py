"""Tests of the window: real widgets on an offscreen screen."""
