"""The map's data: text sources, and the builder that makes a GeoPackage of them."""
