"""Picture tiles of MBTiles and GeoPackage files: grids, metadata and blobs, no pixels."""
