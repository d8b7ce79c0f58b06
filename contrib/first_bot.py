#!/usr/bin/env python3
"""A first bot: it takes any seat, asks gently and answers so that nothing breaks.

unequal run --deck unequal-partners --seed 7 --client contrib/first_bot.py
"""

from unequal_seat import find, play

# What it would rather do, best first, where it is open.
CALM = [
    {"kind": "crisis-act", "climb_down": True},
    {"kind": "take-up"},
    {"kind": "respond", "response": "conditions"},
    {"kind": "respond", "response": "partial"},
    {"kind": "respond", "response": "stall"},
    {"kind": "follow-up", "choice": "pocket"},
    {"kind": "abstain"},
]


def decide(hello, turn):
    gauges = turn["state"]["gauges"]
    if find(turn, kind="hold") is not None and gauges["stability"] > 50:
        worth = {card["id"]: card["gain"] for card in hello["cards"] + turn.get("written", [])}
        acts = enumerate(turn["acts"])
        requests = [place for place, act in acts if act.get("intensity") == "request"]
        if requests:
            best = max(requests, key=lambda place: worth.get(turn["acts"][place]["card"], 0))
            return {"choice": best, "reason": "it is worth most, and there is calm", "confidence": 60}
    for wish in CALM:
        place = find(turn, **wish)
        if place is not None:
            return {"choice": place, "reason": "keep the peace"}
    return 0


if __name__ == "__main__":
    play(decide, "first_bot", "1.0")
