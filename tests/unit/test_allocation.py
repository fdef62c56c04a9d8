import subprocess
import sys
import textwrap

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only the GNU C library")
def test_freed_pictures_go_back_to_the_system() -> None:
    """In a process of its own: the setting is for good."""
    code = """
        import psutil
        from PySide6.QtGui import QImage
        from hetao_map.allocation import give_back_pictures

        def picture(side):
            image = QImage(side, side, QImage.Format.Format_RGB32)
            image.fill(0)
            return image

        give_back_pictures()
        picture(2400)
        pictures = [picture(1800) for _ in range(8)]
        full = psutil.Process().memory_info().rss
        # Every second one stays: a heap could not shrink.
        del pictures[::2]
        print(full - psutil.Process().memory_info().rss)
    """
    answer = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True
    )
    assert int(answer.stdout) > 30_000_000
