"""The seat protocol of `unequal` for programs in Python, with the standard library alone.

One JSON object a line: `unequal` writes to standard input and reads from standard output.
`docs/programs.md` says what the lines hold, `unequal schema seat` prints their schema.
Print nothing else on standard output; standard error is free.
"""

import json
import sys

PROTOCOL = 1


def play(decide, name, version="", refused=None, lines=None, out=None):
    """Plays until the session ends, and gives the last line.

    `decide(hello, turn)` gives the place of an act in `turn["acts"]`, or a dict with `choice` or
    `act` and, if it likes, `reason`, `confidence`, `dissent` and `forecast`.
    `refused(rule)` is told why an answer was not taken, before the next try.
    """
    lines = sys.stdin if lines is None else lines
    out = sys.stdout if out is None else out
    hello = None

    def say(message):
        out.write(json.dumps(message) + "\n")
        out.flush()

    for line in lines:
        message = json.loads(line)
        kind = message["kind"]
        if kind == "hello":
            if message["protocol"] != PROTOCOL:
                print(f"protocol {message['protocol']}; I speak {PROTOCOL}", file=sys.stderr)
            hello = message
            say({"kind": "ready", "protocol": PROTOCOL, "name": name, "version": version})
        elif kind == "turn":
            answer = decide(hello, message)
            if isinstance(answer, int):
                answer = {"choice": answer}
            say({"kind": "act", "turn": message["turn"], **answer})
        elif kind == "refused" and refused is not None:
            refused(message["rule"])
        elif kind == "end":
            return message
    return None


def find(turn, **wanted):
    """The place of the first act that has these values, such as `kind="hold"`; none without one."""
    for place, act in enumerate(turn["acts"]):
        if all(act.get(key) == value for key, value in wanted.items()):
            return place
    return None
