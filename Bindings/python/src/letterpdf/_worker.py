"""One running worker: frames to it and from it (Docs/worker.md)."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import IO, Any

from ._errors import ProgramNotFound, WorkerError

#: An answer: its object, and the files behind it.
Answer = tuple[dict[str, Any], list[bytes]]


class Worker:
    """A process of ``letterpdf worker``; any number of threads may ask it at the same time.

    One thread of its own reads the answers, in whatever order they come. When the process ends, all that wait are told.
    """

    def __init__(self, command: Sequence[str]) -> None:
        try:
            # Unbuffered: the locks of buffers would stay locked in a process that is forked.
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        except OSError as error:
            raise ProgramNotFound(f"cannot start {command[0]}: {error.strerror}") from error
        assert self._process.stdin is not None and self._process.stdout is not None
        self._requests: IO[bytes] = self._process.stdin
        self._answers: IO[bytes] = self._process.stdout
        self._writing = threading.Lock()
        self._waiting_lock = threading.Lock()
        self._waiting: dict[int, Future[Answer]] = {}
        self._next = 0
        self._ended = False
        self._reader = threading.Thread(target=self._read, name="letterpdf", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether it takes no more requests."""
        return self._ended

    def ask(self, request: Mapping[str, Any], files: Sequence[tuple[str, bytes]]) -> Future[Answer]:
        """Sends a request; the answer comes in its time."""
        future: Future[Answer] = Future()
        with self._waiting_lock:
            if self._ended:
                raise WorkerError("the worker has ended")
            number = self._next
            self._next += 1
            self._waiting[number] = future
        parts = [{"name": name, "length": len(data)} for name, data in files]
        head = json.dumps({**request, "id": number, "parts": parts}, ensure_ascii=False).encode()
        length = 4 + len(head) + sum(len(data) for _, data in files)
        frame = b"".join([struct.pack(">II", length, len(head)), head, *(data for _, data in files)])
        try:
            with self._writing:
                rest = memoryview(frame)
                while rest:
                    rest = rest[self._requests.write(rest):]
        except (OSError, ValueError):
            self._fail()
        return future

    def close(self, seconds: float = 5) -> None:
        """Lets it finish what it has begun and waits for its end; ends it when that takes too long."""
        with self._waiting_lock:
            self._ended = True
        try:
            with self._writing:
                self._requests.close()
        except OSError:
            pass  # It ended before.
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
        self._reader.join(seconds)
        self._answers.close()

    def kill(self) -> None:
        """Ends it at once; what waits for an answer is told."""
        self._process.kill()
        self._process.wait()

    def forget(self) -> None:
        """Lets go of it in a process that was forked from the one that has it."""
        # The pipes are the parent's: its worker is to end when the parent closes them, and not to hear of this one.
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (self._requests, self._answers):
            os.dup2(nothing, stream.fileno())
        os.close(nothing)
        # A process that is not ours is not waited for.
        self._process.returncode = 0

    def _read(self) -> None:
        try:
            while True:
                lengths = self._exactly(8)
                if lengths is None:
                    break
                length, size = struct.unpack(">II", lengths)
                body = self._exactly(length - 4)
                if body is None:
                    break
                self._deliver(json.loads(body[:size]), body[size:])
        except (OSError, ValueError):
            pass  # A broken answer is the end of a worker as much as none.
        finally:
            self._fail()

    def _exactly(self, count: int) -> bytes | None:
        """So many bytes; None where the stream ends before."""
        pieces: list[bytes] = []
        while count > 0:
            piece = self._answers.read(min(count, 1 << 20))
            if not piece:
                return None
            pieces.append(piece)
            count -= len(piece)
        return b"".join(pieces)

    def _deliver(self, answer: dict[str, Any], rest: bytes) -> None:
        files, start = [], 0
        for part in answer.get("parts", []):
            files.append(rest[start:start + part["length"]])
            start += part["length"]
        with self._waiting_lock:
            future = self._waiting.pop(answer.get("id", -1), None)
        if future is not None:
            future.set_result((answer, files))

    def _fail(self) -> None:
        with self._waiting_lock:
            self._ended = True
            waiting, self._waiting = self._waiting, {}
        for future in waiting.values():
            if not future.done():
                future.set_exception(WorkerError("the worker ended before it answered"))
