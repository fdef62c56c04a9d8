"""The parts of a check of a GeoPackage, one theme a file."""
