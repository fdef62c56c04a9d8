"""From a request to a picture. QtGui on QImage only, so that it runs without a window."""
