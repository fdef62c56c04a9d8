"""Colours, fonts and icons of the window, light and dark."""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from hetao_map.render.fonts import FAMILIES
from hetao_map.render.lettering import painting
from hetao_map.render.theme import Theme, named
from hetao_map.resources import asset
from hetao_map.text.language import Language

_LIGHT = {
    "window": "#F3F5F6", "base": "#FFFFFF", "text": "#1F2933", "soft": "#52606D",
    "line": "#D5DBE0", "accent": "#00639C", "hover": "#E3EAEF", "on_accent": "#FFFFFF",
}  # fmt: skip
_DARK = {
    "window": "#20272D", "base": "#1B2127", "text": "#E2E8EC", "soft": "#A9B4BD",
    "line": "#3A444D", "accent": "#5DB9EC", "hover": "#2D363E", "on_accent": "#10161B",
}  # fmt: skip

BODY_PX = 13
TEXT_FACTORS = {"smaller": 0.86, "normal": 1.0, "larger": 1.2, "very_large": 1.5}

_SHEET = """
QMenuBar {{ background: {window}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 5px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {hover}; }}
QMenu {{ background: {base}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 26px; border-radius: 5px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {soft}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::indicator {{ width: 14px; height: 14px; left: 7px; }}
QToolBar {{ background: {window}; border: 0; border-bottom: 1px solid {line}; spacing: 4px;
            padding: 5px 8px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 5px 8px;
            color: {text}; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:checked {{ background: {hover}; border-color: {accent}; }}
QToolButton:focus, QTreeView:focus, QTextBrowser:focus {{
            border: 2px solid {accent}; }}
QToolButton#wayButton::menu-indicator {{ image: none; width: 0; }}
QToolButton::menu-button {{ border: 0; width: 14px; }}
QLineEdit {{ background: {base}; border: 1px solid {line}; border-radius: 8px; padding: 6px 10px; }}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 5px 9px; }}
QComboBox {{ background: {base}; color: {text}; border: 1px solid {line}; border-radius: 8px;
            padding: 5px 10px; combobox-popup: 0; }}
QComboBox:focus {{ border: 2px solid {accent}; padding: 4px 9px; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QDateTimeEdit::drop-down {{ border: 0; width: 26px; }}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url("{arrow}");
            width: 16px; height: 16px; }}
DropList::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {base}; border: 1px solid {line}; outline: 0;
            padding: 4px; }}
QComboBox QAbstractItemView::item {{ padding: 6px 8px; border-radius: 5px; }}
QComboBox QAbstractItemView::item:selected {{ background: {accent}; color: {on_accent}; }}
QTreeView {{ background: {window}; border: 2px solid transparent; outline: 0; }}
QTreeView::item {{ padding: 5px 2px; border-radius: 0; }}
QTreeView#layerTree::item {{ padding-right: 24px; }}
QTreeView::item:hover {{ background: {hover}; }}
QTreeView::item:selected {{ background: {hover}; color: {text}; }}
QFrame#informationPanel, QFrame#layerPanel, QFrame#attributeTable {{
            background: {window}; border: 0; }}
QFrame#timeBar {{ background: {window}; border: 0; border-top: 1px solid {line}; }}
QFrame#sidePanel QLabel#heading {{ padding: 4px 0 0 0; }}
QFrame#sidePanel QLabel#answer {{ font-size: {heading_px}px; font-weight: bold; }}
QFrame#sidePanel {{ background: {window}; border: 0; }}
QTabWidget#sidePanels::pane {{ border: 0; }}
QTabWidget#sidePanels QTabBar {{ background: {window}; }}
QTabWidget#sidePanels QTabBar::tab {{ background: {window}; color: {soft}; border: 0;
            border-bottom: 2px solid transparent; padding: 7px 6px 6px 6px; }}
QTabWidget#sidePanels QTabBar::tab:hover {{ color: {text}; }}
QTabWidget#sidePanels QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabWidget#sidePanels QTabBar:focus {{ border: 0; }}
QTabWidget#sidePanels QTabBar QToolButton {{ background: {window}; border: 0; border-radius: 0;
            padding: 0; }}
QTabWidget#sidePanels QTabBar::tab:selected:focus {{ border: 2px solid {accent};
            border-radius: 6px; padding: 5px 4px 6px 4px; }}
QFrame#sidePanel QListWidget {{ background: {base}; border: 1px solid {line};
            border-radius: 8px; padding: 3px; outline: 0; }}
QFrame#sidePanel QListWidget::item {{ padding: 7px 6px; border-radius: 5px; }}
QFrame#sidePanel QListWidget::item:hover {{ background: {hover}; color: {text}; }}
QFrame#sidePanel QListWidget::item:selected {{ background: {hover}; color: {text}; }}
QFrame#sidePanel QListWidget:focus {{ border: 2px solid {accent}; padding: 2px; }}
QFrame#sidePanel QPushButton:checked {{ background: {hover}; border-color: {accent}; }}
QDateTimeEdit, QSpinBox {{ background: {base}; color: {text}; border: 1px solid {line};
            border-radius: 6px; padding: 5px 8px; selection-background-color: {accent};
            selection-color: {on_accent}; }}
QDateTimeEdit:focus, QSpinBox:focus {{ border: 2px solid {accent}; padding: 4px 7px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 20px; }}
QSpinBox::up-arrow {{ image: url("{arrow_up}"); width: 12px; height: 12px; }}
QSpinBox::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
QCalendarWidget {{ background: {base}; border: 1px solid {soft}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {window}; }}
QCalendarWidget QToolButton {{ padding: 4px 8px; margin: 2px; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QTableView {{ background: {base}; }}
QCalendarWidget QTableView::item {{ padding: 0; }}
QFrame#card {{ background: {base}; border: 0; }}
QTextBrowser {{ background: {base}; border: 2px solid transparent; }}
QListWidget#searchResults {{ background: {base}; border: 1px solid {line}; border-radius: 8px;
            padding: 4px; }}
QListWidget#searchResults::item {{ padding: 6px 8px; border-radius: 5px; }}
QListWidget#searchResults::item:selected {{ background: {accent}; color: {on_accent}; }}
QToolButton#rowButton {{ padding: 0; }}
QToolButton#rowButton::menu-button {{ width: 0; }}
QToolButton#rowButton:hover {{ background: {line}; }}
QFrame#notice {{ background: {base}; border: 1px solid {accent}; border-radius: 8px; }}
QFrame#firstSteps {{ background: {base}; border: 1px solid {line}; border-radius: 8px; }}
QFrame#measurePanel {{ background: {base}; border: 1px solid {line}; border-radius: 8px; }}
QFrame#measurePanel QLabel#heading, QFrame#measurePanel QLabel#soft {{ padding: 0; }}
QFrame#measurePanel QListWidget {{ background: {base}; border: 1px solid {line};
            border-radius: 6px; padding: 2px; }}
QFrame#measurePanel QListWidget:focus {{ border: 2px solid {accent}; }}
QFrame#measurePanel QPushButton {{ padding: 5px 9px; }}
QFrame#measurePanel QPushButton:focus {{ padding: 4px 8px; }}
QStatusBar QToolButton#readOut {{ color: {soft}; padding: 2px 20px 2px 8px; }}
QStatusBar QComboBox {{ background: {window}; color: {soft}; border-color: transparent;
            padding: 2px 6px; }}
QStatusBar QComboBox:hover {{ border-color: {line}; }}
QStatusBar QComboBox:focus {{ border: 2px solid {accent}; }}
QFrame#palette {{ background: {window}; border: 1px solid {soft}; border-radius: 10px; }}
QFrame#palette QListWidget {{ background: {base}; border: 1px solid {line}; border-radius: 8px;
            padding: 2px; }}
QFrame#firstSteps QLabel#heading {{ padding: 0; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton {{ background: {base}; border: 1px solid {line}; border-radius: 6px;
            padding: 5px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:default {{ border-color: {soft}; }}
QPushButton:focus {{ outline: 0; border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:disabled {{ color: {soft}; background: {window}; border-color: {line}; }}
QDialog QLabel#heading {{ padding: 2px 0; }}
QDialog QListWidget, QDialog QPlainTextEdit {{ background: {base}; border: 1px solid {line};
            border-radius: 6px; padding: 3px; }}
QDialog QListWidget::item {{ padding: 5px 7px; border-radius: 5px; }}
QDialog QListWidget::item:selected {{ background: {accent}; color: {on_accent}; }}
QDialog QListWidget:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; }}
QFrame#mapControls {{ background: {base}; border: 1px solid {line}; border-radius: 8px; }}
QLabel#hint {{ background: {base}; color: {text}; border: 1px solid {line};
            border-radius: 6px; padding: 4px 8px; }}
QTableView, QListView {{ outline: 0; }}
QTableView {{ background: {base}; alternate-background-color: {window}; border: 0;
            selection-background-color: {accent}; selection-color: {on_accent}; }}
QTableView::item {{ padding: 2px 8px; }}
QHeaderView {{ background: {window}; }}
QHeaderView::section {{ background: {window}; color: {soft}; border: 0;
            border-bottom: 1px solid {line}; padding: 5px 11px; }}
QComboBox:disabled, QLineEdit:disabled, QDateTimeEdit:disabled,
QSpinBox:disabled {{ color: {soft}; background: {window}; }}
QLabel#soft {{ color: {soft}; }}
QLabel#title {{ font-size: {title_px}px; font-weight: bold; }}
QLabel#heading {{ font-size: {heading_px}px; font-weight: bold; padding: 2px 4px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 4px; min-height: 32px;
            margin: 1px; }}
QScrollBar::handle:vertical:hover {{ background: {soft}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: 4px; min-width: 32px;
            margin: 1px; }}
QScrollBar::handle:horizontal:hover {{ background: {soft}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSlider#opacity::groove:horizontal {{ height: 4px; background: {line}; border-radius: 2px; }}
QSlider#opacity::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider#opacity::handle:horizontal {{ width: 14px; margin: -5px 0; border-radius: 7px;
            background: {accent}; }}
QSlider#opacity::handle:disabled, QSlider#opacity::sub-page:disabled {{
            background: {soft}; }}
QSlider#opacity:focus {{ border: 2px solid {accent}; border-radius: 6px; }}
QProgressBar {{ background: {line}; border: 0; border-radius: 3px; text-align: center; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QSplitter::handle {{ background: {line}; }}
QStatusBar {{ background: {window}; border-top: 1px solid {line}; color: {soft}; }}
QStatusBar::item {{ border: 0; }}
"""


def colours(theme: Theme) -> dict[str, str]:
    """Return the window's colours by role."""
    return _DARK if theme.dark else _LIGHT


def system_is_dark() -> bool:
    """Tell whether the desktop asks for a dark look."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def theme_of(name: str) -> Theme:
    """Return the theme light, dark or auto as it looks on this desktop now."""
    return named(name, system_is_dark())


def dress(
    application: QApplication, theme: Theme, language: Language, text_size: str = "normal"
) -> None:
    """Give the whole program the look of a theme, the font of a language and a size of text."""
    font = QFont()
    font.setFamilies(FAMILIES[language])
    font.setPixelSize(round(BODY_PX * TEXT_FACTORS[text_size]))
    application.setFont(font)
    application.setPalette(_palette(colours(theme)))
    sizes = {"heading_px": px(14), "title_px": min(px(19), 24)}
    arrows = {name: _picture(name, theme) for name in ("arrow", "arrow_up")}
    look = _SHEET.format(**colours(theme), **sizes, **arrows)
    application.setStyleSheet(look)


def _picture(name: str, theme: Theme) -> str:
    """Return the path of a picture of a theme as a style sheet writes it."""
    path = asset(f"icons/{name}_{'dark' if theme.dark else 'light'}.svg").as_posix()
    return path.replace('"', '\\"')


def px(size: int) -> int:
    """Return the pixels of a text of a size, 13 being plain text, at the chosen size of text."""
    plain = QApplication.font().pixelSize()
    # -1: nothing has been dressed yet.
    return round(size * plain / BODY_PX) if plain > 0 else size


def _palette(c: dict[str, str]) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(c["window"]))
    for name, key in (
        (role.Window, "window"), (role.Base, "base"), (role.AlternateBase, "hover"),
        (role.WindowText, "text"), (role.Text, "text"), (role.ButtonText, "text"),
        (role.Button, "window"), (role.Highlight, "accent"), (role.HighlightedText, "on_accent"),
        (role.Link, "accent"), (role.PlaceholderText, "soft"), (role.ToolTipBase, "base"),
        (role.ToolTipText, "text"), (role.Mid, "line"),
    ):  # fmt: skip
        palette.setColor(name, QColor(c[key]))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(c["soft"]))
    return palette


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon of assets/icons in the window's ink."""
    c = colours(theme)
    result = QIcon()
    result.addPixmap(_pixmap(name, c["text"]), QIcon.Mode.Normal)
    result.addPixmap(_pixmap(name, c["line"]), QIcon.Mode.Disabled)
    return result


@functools.lru_cache(maxsize=128)
def _pixmap(name: str, colour: str) -> QPixmap:
    image = _shape(name).copy()
    with painting(image) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(image.rect(), QColor(colour))
    image.setDevicePixelRatio(2)
    return QPixmap.fromImage(image)


@functools.lru_cache(maxsize=64)
def _shape(name: str) -> QImage:
    """Return an icon in black: its ink is one, and another is poured over it."""
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with painting(image) as painter:
        QSvgRenderer(str(asset(f"icons/{name}.svg"))).render(painter)
    return image
