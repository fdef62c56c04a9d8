"""The window's words: Qt Linguist files, changed while the program runs."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
    QXmlStreamReader,
)

from hetao_map.resources import asset
from hetao_map.text.language import Language

# Qt brings no Hong Kong texts of its own dialogs; the ones for Taiwan are nearest.
_QT_NAMES = {Language.ZH_HANS: "qtbase_zh_CN", Language.ZH_HANT: "qtbase_zh_TW"}
_LOCALES = {Language.ZH_HANS: "zh_CN", Language.ZH_HANT: "zh_HK", Language.EN: "en_GB"}


class Translation:
    """The translators that are installed now."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Load the words of a language; widgets are told by a LanguageChange event."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        QLocale.setDefault(QLocale(_LOCALES[language]))
        if language is Language.EN:
            return
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        own_folder = str(asset("translations"))
        for name, folder in (
            (_QT_NAMES[language], qt_folder),
            # Words that Qt leaves in English there.
            (f"qt_{language.suffix}", own_folder),
            (f"hetao_map_{language.suffix}", own_folder),
        ):
            translator = QTranslator()
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)


def english_of(language: Language) -> dict[str, str]:
    """Return the English words of the window by those of a language; {} for English itself.

    They are read from the Linguist source, for the compiled file knows only the other direction.
    """
    path = asset(f"translations/hetao_map_{language.suffix}.ts")
    if language is Language.EN or not path.is_file():
        return {}
    found: dict[str, str] = {}
    source = ""
    reader = QXmlStreamReader(path.read_text(encoding="utf-8"))
    while not reader.atEnd():
        if reader.readNext() == QXmlStreamReader.TokenType.StartElement:
            if reader.name() == "source":
                source = reader.readElementText()
            elif reader.name() == "translation":
                found[reader.readElementText()] = source
    return found
