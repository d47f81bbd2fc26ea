"""The package over the real program: LETTERPDF_PROGRAM names it, or it is on the path."""

from __future__ import annotations

import datetime
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import letterpdf

PROGRAM = os.environ.get("LETTERPDF_PROGRAM", "letterpdf")
DOT = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>"


def letter(name: str = "Anna", **more: object) -> dict[str, object]:
    return {"layout": "kl", "date": "2026-03-11", "subject": "Prøve", "body": f"Kære {name}", **more}


@pytest.fixture(scope="module")
def setter() -> Iterator[letterpdf.Typesetter]:
    with letterpdf.Typesetter(PROGRAM, jobs=2) as setter:
        yield setter


def test_a_letter_becomes_a_pdf(setter: letterpdf.Typesetter, tmp_path: Path) -> None:
    result = setter.render(letter())
    assert result.pdf.startswith(b"%PDF-")
    assert (result.pages, result.sheets, result.standard) == (1, 1, "a-2a+ua-1")
    assert result.fonts and result.diagnostics == ()
    result.save(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes() == result.data
    assert os.listdir(tmp_path) == ["letter.pdf"]


def test_all_forms_of_a_letter_are_one(setter: letterpdf.Typesetter, tmp_path: Path) -> None:
    text = "---\nsubject: Prøve\n---\nKære Anna\n"
    (tmp_path / "letter.md").write_text(text, "utf-8")
    day = datetime.date(2026, 3, 11)
    forms: list[letterpdf.Letter] = [text, text.encode(), tmp_path / "letter.md", letter()]
    made = {setter.render(form, layout="kl", date=day).pdf for form in forms}
    assert len(made) == 1


def test_pictures_and_text(setter: letterpdf.Typesetter) -> None:
    pictures = setter.render(letter(body="Hej\n\n" * 90), format="png", dpi=30)
    assert len(pictures.files) == pictures.pages > 1
    assert all(file.data.startswith(b"\x89PNG") for file in pictures.files)
    with pytest.raises(ValueError):
        pictures.data
    dump = setter.render(letter(), format="dump")
    assert b"Anna" in dump.data
    with pytest.raises(ValueError):
        dump.pdf


def test_images_come_along_or_not_at_all(setter: letterpdf.Typesetter, tmp_path: Path) -> None:
    pictured = letter(body="Hej\n\n![En prik](dot.svg)")
    (tmp_path / "dot.svg").write_bytes(DOT)
    made = {setter.render(pictured, files={"dot.svg": file}).pdf for file in (DOT, tmp_path / "dot.svg")}
    assert len(made) == 1
    with pytest.raises(letterpdf.LetterError, match="dot.svg"):
        setter.render(pictured)


def test_fields_are_filled(setter: letterpdf.Typesetter) -> None:
    dump = setter.render(letter(body="Kære {{navn}}"), data={"navn": "Bo"}, format="dump")
    assert b"Bo" in dump.data


def test_what_is_wrong_with_a_letter_has_its_place(setter: letterpdf.Typesetter) -> None:
    with pytest.raises(letterpdf.LetterError) as raised:
        setter.render(letter(signatures=[{"nam": "Anna"}]))
    assert raised.value.fault == "invalid"
    found = raised.value.diagnostics[0]
    assert found.severity == "error" and found.line == 1 and found.hints == ("write name",)
    assert 'unknown key "nam"' in str(raised.value)


def test_wrong_options_are_told(setter: letterpdf.Typesetter) -> None:
    with pytest.raises(letterpdf.RequestError, match="standard"):
        setter.render(letter(), standard="a-9")


def test_check_and_compare(setter: letterpdf.Typesetter) -> None:
    one, other = setter.render(letter("Anna")).pdf, setter.render(letter("Bo")).pdf
    assert setter.check(one)
    assert setter.check(one).profiles == ("digital-post",)
    assert setter.compare(one, one)
    assert not setter.compare(one, other)


def test_layouts_and_version(setter: letterpdf.Typesetter) -> None:
    assert "kl" in {layout.key for layout in setter.layouts()}
    assert setter.version == letterpdf.__version__


def test_each_thread_gets_its_own_letter(setter: letterpdf.Typesetter) -> None:
    def one(number: int) -> bool:
        return f"Nummer {number}.".encode() in setter.render(
            letter(f"Nummer {number}."), format="dump").data

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(one, range(200)))


def test_a_dead_worker_is_replaced(setter: letterpdf.Typesetter) -> None:
    expected = setter.render(letter()).pdf
    for _ in range(3):
        pid = setter.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        assert setter.render(letter()).pdf == expected
        assert setter.pid not in (None, pid)


def test_no_letter_is_lost_when_workers_are_killed() -> None:
    with letterpdf.Typesetter(PROGRAM, jobs=2) as setter:
        expected = setter.render(letter()).pdf
        done = threading.Event()

        def kill() -> None:
            for _ in range(4):
                pid = setter.pid
                if pid is not None:
                    os.kill(pid, signal.SIGKILL)
                # Time for a letter to come through, so that none is struck three times.
                if done.wait(1.5):
                    return

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            with ThreadPoolExecutor(4) as threads:
                made = list(threads.map(lambda _: setter.render(letter()).pdf, range(120)))
        finally:
            done.set()
            killer.join()
        assert set(made) == {expected} and len(made) == 120


def test_close_lets_go_and_the_next_letter_starts_anew() -> None:
    setter = letterpdf.Typesetter(PROGRAM)
    assert setter.pid is None
    setter.render(letter())
    pid = setter.pid
    assert pid is not None
    setter.close()
    setter.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    setter.render(letter())
    setter.close()


def test_a_program_that_is_missing_or_is_another() -> None:
    with pytest.raises(letterpdf.ProgramNotFound):
        letterpdf.Typesetter("/no/such/letterpdf")
    with letterpdf.Typesetter("false") as setter, pytest.raises(letterpdf.WorkerError):
        setter.render(letter())


def test_a_worker_that_does_not_answer_is_ended(tmp_path: Path) -> None:
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    silent.chmod(0o755)
    setter = letterpdf.Typesetter(silent, timeout=0.2)
    with pytest.raises(letterpdf.WorkerTimeout):
        setter.render(letter())
    setter.close()


def child(setter: letterpdf.Typesetter, answers: multiprocessing.Queue[bytes]) -> None:
    answers.put(setter.render(letter()).pdf)
    setter.close()


def test_a_forked_process_has_a_worker_of_its_own() -> None:
    context = multiprocessing.get_context("fork")
    with letterpdf.Typesetter(PROGRAM) as setter:
        expected, pid = setter.render(letter()).pdf, setter.pid
        answers: multiprocessing.Queue[bytes] = context.Queue()
        process = context.Process(target=child, args=(setter, answers))
        process.start()
        assert answers.get(timeout=60) == expected
        process.join()
        assert process.exitcode == 0
        assert setter.render(letter()).pdf == expected and setter.pid == pid


def test_the_module_keeps_one_worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "letterpdf").symlink_to(Path(PROGRAM).resolve() if os.sep in PROGRAM else PROGRAM)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    pdf = letterpdf.render(letter(), layout="kl").pdf
    assert letterpdf.check(pdf) and letterpdf.compare(pdf, pdf)
    assert letterpdf.layouts()
    letterpdf.close()
