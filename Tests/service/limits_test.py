"""Each limit of the service, and its end."""
import http.client
import json
import signal
import socket
import struct
import threading
import time

import requests
from server import LETTER, MARKDOWN, Service, problem, rest


def post(service, body=LETTER, path="/render", **headers):
    return requests.post(service.url + path, body, headers={**MARKDOWN, **headers}, timeout=120)


def test_sizes():
    with Service("--max-letter", 1000, "--max-request", 5000, "--max-pages", 1) as service:
        problem(post(service, LETTER + b"x " * 600), 413, "too-large")
        problem(post(service, b"x" * 6000), 413, "too-large")
        pieces = (b"x" * 1000 for _ in range(10))
        problem(post(service, pieces), 413, "too-large")
        problem(post(service, LETTER + b"a\n\n" * 200), 422, "too-many-pages")
        assert post(service).status_code == 200


def test_a_body_that_is_told_to_be_too_large_is_not_read():
    with Service("--max-request", 5000) as service, service.connect() as connection:
        connection.sendall(
            b"POST /render HTTP/1.1\r\nHost: a\r\nContent-Type: text/markdown\r\n"
            b"Content-Length: 1000000000\r\n\r\nabc")
        assert rest(connection).startswith(b"HTTP/1.1 413 ")


def test_a_slow_body():
    with Service("--body-seconds", 0.5) as service:
        for start in [b"Content-Length: 100\r\n\r\nabc", b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"]:
            with service.connect() as connection:
                connection.sendall(
                    b"POST /render HTTP/1.1\r\nHost: a\r\nContent-Type: text/markdown\r\n" + start)
                answer = rest(connection)
                assert answer.startswith(b"HTTP/1.1 408 ") and b"slow-request" in answer


def test_a_stream_that_stands_still_ends_with_a_line_that_says_so():
    head = json.dumps({"letter": {"layout": "brev", "date": "2024-03-11", "body": "{{navn}}"},
                       "format": "report"})
    body = (head + '\n{"navn": "Bo"}\n').encode()
    with Service("--body-seconds", 1) as service, service.connect() as connection:
        connection.sendall(
            b"POST /merge HTTP/1.1\r\nHost: a\r\nContent-Type: application/jsonl\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n" % (len(body), body))
        lines = [json.loads(line) for line in rest(connection).split(b"\r\n") if line.startswith(b"{")]
        assert [line["ok"] for line in lines] == [True, False]
        assert lines[1]["fault"] == "slow-request" and lines[1]["number"] == 2


def test_a_stream_that_waits_for_the_service_is_not_slow():
    head = json.dumps({"letter": {"layout": "brev", "date": "2024-03-11", "body": "{{navn}}"},
                       "format": "report"})
    records = [json.dumps({"navn": "Bo", "rest": "x" * 50_000}) for _ in range(400)]
    with Service("--jobs", 1, "--body-seconds", 0.3) as service:
        start = time.monotonic()
        answer = requests.post(
            service.url + "/merge", "\n".join([head, *records]).encode(),
            headers={"Content-Type": "application/jsonl"}, timeout=300)
        assert time.monotonic() - start > 0.3, "it proves nothing"
        assert [json.loads(line)["ok"] for line in answer.text.splitlines()] == [True] * 400


def test_a_stream_without_end_does_not_keep_the_service_from_ending():
    with Service("--drain-seconds", 1) as service, service.connect() as connection:
        connection.sendall(
            b"POST /merge HTTP/1.1\r\nHost: a\r\nContent-Type: application/jsonl\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n")
        wait_for(service, 1)
        service.process.send_signal(signal.SIGTERM)
        assert service.process.wait(20) == 0


def test_an_answer_that_takes_too_long():
    with Service("--max-seconds", 0.001) as service:
        problem(post(service, LETTER + b"ord " * 20000), 503, "too-slow")
    assert service.lines()[-1]["problem"] == "too-slow"


class Begun:
    """A request that has begun and waits for its last bytes."""

    def __init__(self, service):
        self.connection = service.connect()
        self.connection.sendall(
            b"POST /render HTTP/1.1\r\nHost: a\r\nContent-Type: text/markdown\r\nContent-Length: %d\r\n\r\n%s"
            % (len(LETTER), LETTER[:-5]))

    def end(self):
        self.connection.sendall(LETTER[-5:])
        answer = http.client.HTTPResponse(self.connection)
        answer.begin()
        return answer.status, answer.read()


def wait_for(service, requests_under_way):
    """Until so many are under way, beside the one that asks."""
    line = f"letterpdf_requests_in_progress {requests_under_way + 1}\n"
    while line not in requests.get(service.url + "/metrics", timeout=60).text:
        pass


def test_more_requests_than_may_wait():
    with Service("--jobs", 1, "--queue", 2) as service:
        begun = [Begun(service) for _ in range(3)]
        wait_for(service, 3)
        busy = post(service)
        assert problem(busy, 429, "busy") and busy.headers["Retry-After"] == "1"
        assert requests.get(service.url + "/healthz", timeout=60).status_code == 200
        assert [one.end()[0] for one in begun] == [200, 200, 200]
        assert post(service).status_code == 200


def test_bodies_have_room_together():
    letters = [b"x" * 4000 for _ in range(6)]
    with Service("--max-request", 5000, "--jobs", 8) as service:
        connections = [service.connect() for _ in letters]
        for connection, letter in zip(connections, letters):
            connection.sendall(
                b"POST /render HTTP/1.1\r\nHost: a\r\nContent-Type: text/markdown\r\n"
                b"Content-Length: %d\r\n\r\n%s" % (len(letter), letter[:-1]))
        # Four times the largest request is the room of all: five of these have it, and one has not.
        wait_for(service, 5)
        for connection in connections:
            try:
                connection.sendall(b"x")
            except ConnectionError:
                pass
        # What is answered is that an x is no letter, which names no layout.
        statuses = sorted(connection.recv(12)[9:] for connection in connections)
        assert statuses == [b"422"] * 5 + [b"429"]
        assert post(service).status_code == 200


def test_connections_that_say_nothing_keep_nobody_out():
    with Service("--jobs", 1, "--queue", 1) as service:
        silent = [service.connect() for _ in range(50)]
        assert post(service).status_code == 200
        for connection in silent:
            connection.close()


def test_broken_http_is_refused_and_ends_nothing():
    with Service() as service:
        for start in [b"\0\1\2\r\n\r\n", b"GET\r\n\r\n", b"POST /render HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                      b"GET / HTTP/1.1\r\n" + b"a: " + b"b" * 100000 + b"\r\n\r\n"]:
            with service.connect() as connection:
                try:
                    connection.sendall(start)
                except ConnectionError:
                    pass
                connection.shutdown(1)
                answer = rest(connection)
                assert not answer or answer.startswith(b"HTTP/1.1 400 "), answer
        assert post(service).status_code == 200


def test_it_answers_what_it_has_begun_when_it_is_told_to_end():
    with Service("--jobs", 1) as service:
        begun = [Begun(service) for _ in range(3)]
        wait_for(service, 3)
        idle = service.connect()
        service.process.send_signal(signal.SIGTERM)
        # It closes connections that have nothing to ask, and so has heard of its end.
        assert rest(idle) == b""
        for one in begun:
            status, pdf = one.end()
            assert status == 200 and pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
        assert service.process.wait(60) == 0
    assert service.log[-1] == "letterpdf-server: ended\n"


def test_it_takes_no_more_connections_when_it_is_told_to_end():
    with Service() as service:
        service.process.send_signal(signal.SIGTERM)
        assert service.process.wait(60) == 0
        try:
            post(service)
        except requests.ConnectionError:
            return
        raise AssertionError("it was answered")


def test_clients_that_go_away_end_nothing():
    head = json.dumps({"letter": {"layout": "brev", "date": "2024-03-11", "body": "{{navn}}"}})
    body = "\n".join([head] + ['{"navn": "Bo"}'] * 300).encode()
    with Service("--jobs", 2) as service:
        for number in range(60):
            connection = service.connect()
            # Closing sends a reset, so that writing to it fails at once.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            if number % 2:
                connection.sendall(
                    b"POST /merge HTTP/1.1\r\nHost: a\r\nContent-Type: application/jsonl\r\n"
                    b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
                if number % 3:
                    connection.recv(1000)
            else:
                connection.sendall(
                    b"POST /render HTTP/1.1\r\nHost: a\r\nContent-Type: text/markdown\r\n"
                    b"Content-Length: %d\r\n\r\n%s" % (len(LETTER), LETTER))
            connection.close()
        wait_for(service, 0)
        assert post(service).status_code == 200
        numbers = requests.get(service.url + "/metrics", timeout=60).text
        assert "letterpdf_work_waiting 0\n" in numbers


def test_a_port_that_is_taken_is_told():
    with Service() as first:
        second = Service("--port", first.port)
        try:
            with second:
                raise RuntimeError("two listen on one port")
        except AssertionError as told:
            assert "cannot listen on 127.0.0.1" in str(told)


def test_many_at_once_have_each_their_own_letter():
    with Service("--queue", 200) as service:
        answers = {}

        def ask(number):
            letter = LETTER + f"\nBrev {number}\n".encode()
            answers[number] = post(service, letter, "/render?format=dump").text

        threads = [threading.Thread(target=ask, args=[number]) for number in range(60)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert all(f"Brev {number}" in text for number, text in answers.items()) and len(answers) == 60
