"""Every path of the service, asked as clients ask."""
import base64
import json

import requests
from server import LETTER, MARKDOWN, ROOT, Service, problem, rest

SECRET = "Hemmelighed-8151"


def test_every_form_of_a_letter():
    with Service() as service:
        forms = {"application/pdf": b"%PDF-", "image/png": b"\x89PNG", "image/svg+xml": b"<?xml"}
        for form, start in forms.items():
            answer = requests.post(
                service.url + "/render", LETTER, headers={**MARKDOWN, "Accept": form}, timeout=60)
            assert answer.status_code == 200, answer.text
            assert answer.headers["Content-Type"] == form
            assert answer.content.startswith(start), answer.content[:20]
            assert answer.headers["Letterpdf-Pages"] == "1"
        report = requests.post(
            service.url + "/render?format=report", LETTER, headers=MARKDOWN, timeout=60).json()
        assert report["pages"] == 1 and report["standard"] == "a-2a+ua-1"
        letter = {"layout": "kl", "date": "2024-03-11", "body": "Kære alle"}
        assert requests.post(service.url + "/render", json=letter, timeout=60).content[:5] == b"%PDF-"


def test_a_form_with_pictures_and_data():
    picture = (ROOT / "Docs/kl-2024.png").read_bytes()
    letter = LETTER + "\n{{navn}}\n\n![Et brev](æ b.png)\n".replace("æ b.png", "<æ b.png>").encode()
    with Service() as service:
        answer = requests.post(
            service.url + "/render?format=dump",
            files=[("letter", ("brev.md", letter)), ("data", (None, '{"navn": "Bo"}')),
                   ("file", ("æ b.png", picture, "image/png"))], timeout=60)
        assert answer.status_code == 200, answer.text
        assert "Bo" in answer.text and "image" in answer.text
        lacking = requests.post(
            service.url + "/render", files=[("letter", ("brev.md", letter))], timeout=60)
        found = problem(lacking, 422, "invalid")
        assert found["diagnostics"][0]["file"] == "brev.md"


def test_a_stream_answers_before_it_ends():
    head = {"letter": {"layout": "brev", "date": "2024-03-11", "to": ["{{navn}}"]}, "form": "quick"}

    with Service("--jobs", 2) as service:
        connection = service.connect()
        connection.sendall(
            b"POST /merge HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
            b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")

        def send(*lines):
            body = "".join(json.dumps(line) + "\n" for line in lines).encode()
            connection.sendall(b"%x\r\n%s\r\n" % (len(body), body))

        send(head, {"navn": "Anna", "id": "a"})
        reader = connection.makefile("rb")
        while reader.readline() != b"\r\n":
            pass

        def line():
            size = int(reader.readline(), 16)
            chunk = reader.read(size)
            reader.readline()
            return json.loads(chunk) if size else None

        for number in range(1, 51):
            answer = line()
            assert answer["number"] == number and answer["ok"], answer
            assert base64.b64decode(answer["files"][0]["content"]).startswith(b"%PDF-")
            if number < 50:
                send({"navn": f"Person {number}"})
        connection.sendall(b"0\r\n\r\n")
        assert line() is None


def test_a_long_stream_is_in_order_and_complete():
    head = {"letter": {"layout": "brev", "date": "2024-03-11", "to": ["{{navn}}"]}, "form": "quick",
            "format": "report"}
    lines = [json.dumps(head)] + [
        json.dumps({"navn": f"Person {n}", "id": n}) if n % 100 else "{" for n in range(1, 1001)]
    with Service() as service:
        answer = requests.post(
            service.url + "/merge", "\n".join(lines).encode(),
            headers={"Content-Type": "application/jsonl"}, timeout=300)
        answers = [json.loads(line) for line in answer.text.splitlines()]
        assert [one["number"] for one in answers] == list(range(1, 1001))
        assert [one["number"] for one in answers if not one["ok"]] == list(range(100, 1001, 100))


def test_what_is_installed_and_numbers():
    with Service() as service:
        get = lambda path, **more: requests.get(service.url + path, timeout=60, **more)  # noqa: E731
        assert "kl" in [layout["key"] for layout in get("/layouts").json()["layouts"]]
        assert get("/layouts/kl").text == (ROOT / "Layouts/kl.yaml").read_text("utf-8")
        assert get("/schema/letter").json() == json.loads(
            (ROOT / "Docs/schema/letter.schema.json").read_text("utf-8"))
        assert get("/openapi.json").json()["openapi"].startswith("3.1")
        assert get("/healthz").text == "ok\n" and get("/readyz").text == "ready\n"
        for path in ["/layouts/kll", "/layouts/..%2FLayouts%2Fkl", "/schema/x", "/nowhere", "/"]:
            problem(get(path), 404, "not-found")
        requests.post(service.url + "/render", LETTER, headers=MARKDOWN, timeout=60)
        numbers = get("/metrics").text
        assert 'letterpdf_requests_total{path="/render",status="200"} 1\n' in numbers
        assert "letterpdf_letters_total 1\n" in numbers
        head = requests.head(service.url + "/layouts", timeout=60)
        assert head.status_code == 200 and int(head.headers["Content-Length"]) > 100


def test_files_are_checked_and_compared():
    with Service() as service:
        pdfs = [
            requests.post(service.url + "/render", LETTER + more, headers=MARKDOWN, timeout=60).content
            for more in [b"", b"\nMere\n"]]
        check = requests.post(
            service.url + "/check?profile=digital-post", pdfs[0],
            headers={"Content-Type": "application/pdf"}, timeout=60)
        assert check.json()["fit"] is True, check.text
        broken = requests.post(
            service.url + "/check", files={"file": ("a.pdf", b"%PDF-1.7 nonsense")}, timeout=60)
        assert broken.json()["fit"] is False and broken.json()["file"]["file"] == "a.pdf"
        for other, same in [(0, True), (1, False)]:
            answer = requests.post(
                service.url + "/compare", files={"actual": pdfs[other], "expected": pdfs[0]}, timeout=60)
            assert answer.json()["same"] is same, answer.text


def test_the_log_tells_nothing_of_a_letter():
    with Service() as service:
        letter = LETTER + f"\n{SECRET} ![x]({SECRET}.png)\n".encode()
        for path in ["/render", f"/render?layout={SECRET}", f"/{SECRET}", f"/layouts/{SECRET}"]:
            requests.post(service.url + path, letter, headers=MARKDOWN, timeout=60)
            requests.get(service.url + path, timeout=60)
        requests.post(
            service.url + "/render",
            files=[("letter", (f"{SECRET}.md", letter)), ("file", (f"{SECRET}.png", b"x"))], timeout=60)
        requests.request(SECRET.upper(), service.url + "/render", timeout=60)
        metrics = requests.get(service.url + "/metrics", timeout=60).text
    assert len(service.lines()) >= 10
    assert SECRET.lower() not in "".join(service.log).lower() and SECRET not in metrics


def test_requests_are_known_by_their_ids():
    with Service() as service:
        for given, kept in [("sag-7_a.b~c", True), ("x" * 128, True), ("x" * 129, False),
                            ("a b", False), ('"; rm', False)]:
            answer = requests.get(service.url + "/healthz", headers={"X-Request-Id": given}, timeout=60)
            assert (answer.headers["X-Request-Id"] == given) is kept, given
    assert "sag-7_a.b~c" in [line["id"] for line in service.lines()]


def test_a_client_that_waits_to_be_asked_is_asked():
    head = b"POST /render HTTP/1.1\r\nHost: a\r\nContent-Type: text/markdown\r\nExpect: 100-continue\r\n"
    with Service("--max-request", 5000) as service:
        with service.connect() as connection:
            connection.sendall(head + b"Content-Length: %d\r\n\r\n" % len(LETTER))
            assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
            connection.sendall(LETTER)
            assert connection.recv(12) == b"HTTP/1.1 200"
        with service.connect() as connection:
            connection.sendall(head + b"Content-Length: 9999\r\n\r\n")
            assert connection.recv(12) == b"HTTP/1.1 413"


def test_one_connection_serves_many_requests_also_such_as_do_not_wait():
    request = b"POST /render?format=report HTTP/1.1\r\nHost: a\r\nContent-Type: text/markdown\r\n" \
              b"Content-Length: %d\r\n\r\n%s" % (len(LETTER), LETTER)
    last = b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    with Service() as service, service.connect() as connection:
        connection.sendall(request * 20 + last)
        answers = rest(connection)
        assert answers.count(b"HTTP/1.1 200 OK") == 21 and answers.count(b'"pages":1') == 20
