"""A window with something to drag: the files that are named on the command line."""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Hands the files to whoever takes them."""

    def mousePressEvent(self, _event: object) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


application = QApplication([])
source = Source("drag me")
source.setWindowFlag(Qt.WindowType.FramelessWindowHint)
source.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
source.setAlignment(Qt.AlignmentFlag.AlignCenter)
source.setGeometry(0, 0, 90, 40)
source.show()
application.exec()
