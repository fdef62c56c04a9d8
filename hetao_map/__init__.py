"""Hetao Map: an offline map viewer for the Hetao co-operation zone."""

__version__ = "0.1.0"
