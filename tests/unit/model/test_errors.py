from hetao_map.model.errors import InputError
from hetao_map.text import messages
from hetao_map.text.language import Language


def test_an_error_is_one_line_that_names_the_file() -> None:
    error = InputError(messages.DAMAGED, path="a\nb.gpkg", reason="line 1\nline 2")
    for language in Language:
        assert "\n" not in error.in_(language)
        assert "b.gpkg" in error.in_(language)


def test_braces_in_a_file_name_are_kept() -> None:
    assert "{x}.gpkg" in InputError(messages.FILE_MISSING, path="{x}.gpkg").in_(Language.EN)
