"""Sends a mail run of letterpdf to Digital Post and remote print, each letter once.

command     arguments, exit codes, what is told at the end
run         the letters one after the other: which form, when again, when never again
manifest    the letters of a run, as its manifest.jsonl tells of them
journal     what was tried and what came of it, on the disk before and after each request
service     the requests of SF1601, and what an answer, or none, proves
memo        MeMo read strictly into the classes of python-serviceplatformen
forsendelse ForsendelseI, likewise
canonical   XML in a form in which equal means the same
scrub       texts without numbers of persons
"""
