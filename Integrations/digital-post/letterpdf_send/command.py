"""The command: arguments, exit codes, and what is told at the end."""
import argparse
import pathlib
import re
import signal
import sys
import threading
import traceback

from .canonical import NotTheForm
from .journal import BadJournal, Journal, Standing
from .manifest import FORMS, BadManifest, letters
from .run import Policy, Sending, Tally, read
from .service import Service

DESCRIPTION = """\
Sends a run of `letterpdf merge --memo --forsendelse` to Digital Post and remote print through SF1601, each letter once.
What is done stands in sending-ENVIRONMENT.jsonl beside the manifest; started again, it goes on from there."""

EXIT_CODES = """\
exit codes: 0 every letter is sent; 1 the run cannot be sent, or the service cannot be used; 2 the command was used
wrongly; 3 some letters are refused, in doubt, not sent or not what they have to be; 130, 143 ended by a signal"""


def arguments(words: list[str] | None = None) -> argparse.Namespace:
    """The arguments of the command line; ends the process with 2 where they are wrong."""
    parser = argparse.ArgumentParser(
        prog="letterpdf-send", description=DESCRIPTION, epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("folder", type=pathlib.Path, help="the run's folder, where manifest.jsonl is")
    add("--cvr", help="the CVR number of the authority that sends")
    add("--certificate", metavar="PEM", help="certificate and key of the system, in one file")
    add("--environment", choices=["test", "prod"], default="test", help="the external test environment, or the real one")
    add("--dry-run", action="store_true", help="check every letter, ask nobody and send none")
    add("--limit", type=_whole, metavar="N", help="begin at most N letters")
    add("--limit-refusals", type=_whole, metavar="N", default=20, help="end when N are refused or in doubt (20)")
    add("--rate", type=_positive, metavar="N", default=10, help="at most N letters a second (10)")
    add("--timeout", type=_positive, metavar="SECONDS", default=60, help="how long to wait for an answer (60)")
    add("--attempts", type=_whole, metavar="N", default=5, help="how often to try a letter (5)")
    add("--backoff", type=_positive, metavar="SECONDS", default=1, help="the first wait between two attempts (1)")
    add("--duplicate-answer", type=_pattern, metavar="REGEX", help="how the service refuses a UUID that it has had, as "
        "STATUS TEXT; letters in doubt are then sent again by themselves")
    add("--retry-doubtful", type=_whole, nargs="*", metavar="N", help="send letters in doubt again: all, or of records N")
    add("--arrived", type=_whole, nargs="+", metavar="N", help="note that the letters in doubt of records N did arrive, "
        "and send nothing")
    options = parser.parse_args(words)
    if not options.dry_run and not options.arrived and not (options.cvr and options.certificate):
        parser.error("--cvr and --certificate are needed to send")
    return options


def _whole(word: str) -> int:
    if not word.isascii() or not word.isdigit() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"{word} is no number from 1")
    return int(word)


def _positive(word: str) -> float:
    number = float(word)
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"{word} is not more than 0")
    return number


def _pattern(word: str) -> re.Pattern[str]:
    try:
        return re.compile(word)
    except re.error as error:
        raise argparse.ArgumentTypeError(f"{word} is no regular expression: {error}") from None


def main(words: list[str] | None = None) -> int:
    """Runs the command; the exit code."""
    options = arguments(words)
    stop = threading.Event()
    ended_by: list[int] = []

    def end(number: int, frame: object) -> None:
        ended_by.append(number)
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    try:
        code = _work(options, stop)
    except (BadManifest, BadJournal) as error:
        _tell(f"letterpdf-send: {error}")
        return 1
    except OSError as error:
        _tell(f"letterpdf-send: {error.filename}: {error.strerror}")
        return 1
    except Exception as error:  # pylint: disable=broad-except
        # The words of an error that nobody foresaw may hold anything; the lines of the program do not.
        _tell("".join(traceback.format_tb(error.__traceback__)))
        _tell(f"letterpdf-send: {type(error).__name__}; this is a fault of the program")
        return 1
    return 128 + ended_by[0] if ended_by else code


def _work(options: argparse.Namespace, stop: threading.Event) -> int:
    if options.dry_run:
        return _dry_run(options.folder, stop)
    for _ in letters(options.folder):
        pass  # A manifest that breaks off is found before the first letter goes out.
    journal = Journal(options.folder, options.environment)
    try:
        if options.arrived:
            return _arrived(options.folder, journal, frozenset(options.arrived))
        again = options.retry_doubtful
        policy = Policy(
            options.attempts, options.backoff, options.rate, options.limit, options.limit_refusals,
            options.duplicate_answer, None if again is None else frozenset(again))
        service = Service(options.cvr, options.certificate, options.environment, options.timeout)
        return _report(Sending(options.folder, journal, service, policy, stop, _tell).work())
    finally:
        journal.close()


def _dry_run(folder: pathlib.Path, stop: threading.Event) -> int:
    routes = {route: 0 for route in FORMS}
    faulty = 0
    for letter in letters(folder):
        if stop.is_set():
            break
        if letter is None:
            continue
        try:
            for form in FORMS[letter.route]:
                read(letter.delivery(form))
            routes[letter.route] += 1
        except (NotTheForm, BadManifest, OSError) as error:
            faulty += 1
            _tell(f"record {letter.number}: {error.strerror if isinstance(error, OSError) else error}")
    print(", ".join(f"{count} {route}" for route, count in routes.items()), f"{faulty} faulty", sep=", ")
    return 3 if faulty else 0


def _arrived(folder: pathlib.Path, journal: Journal, numbers: frozenset[int]) -> int:
    found = set()
    for letter in letters(folder):
        for delivery in letter.deliveries if letter and letter.number in numbers else ():
            if journal.standing(delivery) is Standing.DOUBTFUL:
                journal.write("arrived", delivery, "")
                found.add(delivery.number)
    for number in sorted(numbers - found):
        _tell(f"record {number}: no letter of it is in doubt")
    return 3 if numbers - found else 0


def _report(tally: Tally) -> int:
    print(f"sent now: {tally.sent['memo']} digital, {tally.sent['forsendelse']} to print; before: {tally.before}")
    if tally.without_letter:
        print(f"records without a letter: {tally.without_letter}")
    for what, numbers in (
            ("refused", tally.refused), ("in doubt", tally.doubtful), ("not sent", tally.unsent),
            ("faulty", tally.faulty)):
        if numbers:
            print(f"{what}: {len(numbers)}: records {_listed(numbers)}")
    if tally.doubtful:
        print("letters in doubt may have arrived: ask the service by their transaction ids, then note --arrived or "
              "send them with --retry-doubtful")
    if tally.ended:
        print(f"ended early: {tally.ended}")
    if tally.is_shut_out:
        return 1
    return 0 if tally.is_whole else 3


def _listed(numbers: list[int]) -> str:
    return " ".join(map(str, numbers[:50])) + (f" and {len(numbers) - 50} more" if len(numbers) > 50 else "")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
