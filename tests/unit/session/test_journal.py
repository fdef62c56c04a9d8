import logging

from hetao_map.session.journal import Journal, OneLine


def failed() -> logging.LogRecord:
    try:
        int("odd")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
        return logging.LogRecord("hetao_map", logging.ERROR, "", 0, "it failed", None, info)
    raise AssertionError


def test_a_terminal_gets_one_line_and_the_report_all_of_them() -> None:
    assert (
        OneLine().format(failed())
        == "it failed: ValueError: invalid literal for int() with base 10: 'odd'"
    )
    journal = Journal()
    journal.handle(failed())
    lines = journal.last_lines()
    assert any("Traceback" in line for line in lines)
    assert lines[-1].startswith("ValueError: invalid")
