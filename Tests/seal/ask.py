"""Runs a command on a terminal of its own and types an answer to its first question.

usage: .venv/bin/python Tests/seal/ask.py ANSWER COMMAND …

Prints what the terminal showed. Ends as the command does.
"""
import os
import pty
import sys


def main():
    answer, command = sys.argv[1], sys.argv[2:]
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    shown, hasAnswered = b"", False
    while True:
        try:
            more = os.read(terminal, 4096)
        except OSError:  # How Linux says that the other side is closed.
            break
        if not more:
            break
        shown += more
        if not hasAnswered and shown.endswith(b": "):
            os.write(terminal, answer.encode() + b"\n")
            hasAnswered = True
    sys.stdout.write(shown.decode(errors="replace"))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


sys.exit(main())
