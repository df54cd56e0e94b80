#!/usr/bin/env python3
"""Checks a ballot that a phone sealed on trial: whether it holds what its voter chose.

Usage: trial.py TRIAL.json ARCHIVE.bel.  The phone shows the trial (试封) with the chance it was sealed with; the archive, of which only the
beginning is read, says what is voted on and under which key.  Exit code: 0 sealed as chosen, 1 not, 2 cannot be read.
"""
import json
import sys

import verify
from verify import Refused, need


def setup(stream):
    for kind, payload, data, _ in verify.events(stream):
        need(kind == "Setup", "the archive does not begin with its setup")
        return verify.Vote(verify.take(data, verify.parse(verify.take(data, payload))["election"]))


def sealed(vote, trial):
    """What every question holds, computed anew from the chance; the proofs must hold as well."""
    ballot, group = trial["ballot"], vote.group
    text = json.dumps(ballot, separators=(",", ":")).encode()
    vote.ballot(text, {ballot["credential"]: group.read(ballot["credential"])})
    rows = [ballot["answers"], verify.listed(trial["chances"], len(vote.questions)), verify.listed(trial["choices"], len(vote.questions))]
    for question, answer, chances, chosen in zip(vote.questions, *rows):
        labels = (["(blank)"] if "blank" in question else []) + question["answers"]
        numbers = [verify.listed(chances, len(labels)), verify.listed(chosen, len(labels))]
        for cipher, chance, number in zip(answer["choices"], *numbers):
            times = vote.scalar(chance)
            beta = group.add(group.mul(times, vote.y), group.mul(verify.whole(number, 0, 1), group.g))
            need(cipher == {"alpha": group.write(group.mul(times, group.g)), "beta": group.write(beta)}, "sealed otherwise than chosen")
        yield question["question"], [label for label, number in zip(labels, chosen) if number]


def main(files):
    try:
        with open(files[0], encoding="utf-8") as trial, open(files[1], "rb") as archive:
            for question, chosen in list(sealed(setup(archive), json.load(trial))):
                print("%s: %s" % (question, ", ".join(chosen) or "-"))
        return 0
    except (Refused, KeyError, TypeError, ValueError, RecursionError) as problem:
        print("REFUSED: %s" % problem)
        return 1
    except (OSError, IndexError) as problem:
        print("cannot be read: %s" % problem)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
