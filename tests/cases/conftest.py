"""Prints, after a run of the cases, how often the gate says less or more than was written."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    from tests.cases.accuracy import accuracy

    terminalreporter.write_line(f"Cases: {accuracy()}")
