"""Every faulty file is drawn, drawn in part or refused with a sentence, and nothing else happens.

What a class of files must come to stands with its makers. Deadlines are shortened, so that what
never ends is given up sooner.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.faults.corpus import FAULTS
from tests.faults.fault import Fault
from tests.faults.trial import Bench, bench

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="files and sockets are watched with what Linux has"
)
_PATIENCE_S = 90.0
_KINDS = list(dict.fromkeys(fault.kind for fault in FAULTS))


@pytest.fixture(scope="module")
def place() -> Iterator[Bench]:
    with bench(_PATIENCE_S, brief=True) as found:
        yield found


@pytest.mark.parametrize("kind", _KINDS)
def test_faulty_files_do_no_harm(place: Bench, kind: str) -> None:
    trials = [place.trial(fault) for fault in FAULTS if fault.kind == kind]
    problems = [f"{trial.fault.name}: {problem}" for trial in trials for problem in trial.problems]
    assert problems == []
    assert max(trial.megabytes for trial in trials) < 2048


@pytest.mark.parametrize("fault", FAULTS[:: len(FAULTS) // 12], ids=lambda fault: fault.id)
def test_the_commands_answer_in_sentences(place: Bench, fault: Fault) -> None:
    assert place.trial(fault, commands=True).problems == []


def test_a_reader_that_did_harm_would_be_seen(place: Bench) -> None:
    seen = place.trial_of_harm()
    assert seen.count("changed")
    assert seen.count("sockets")
    assert seen.count("canaries")
    told = " ".join(seen.problems)
    assert "socket.connect" in told
    assert "subprocess.Popen" in told
