"""Painting picture tiles: decoded from memory, put together, warped to the map."""
