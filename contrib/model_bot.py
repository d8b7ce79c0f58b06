#!/usr/bin/env python3
"""Lets a language model hold a seat. It asks the address that you give, and no other; there is none by default.

The address is that of a service which takes chat completions in the common form, on this machine or elsewhere:

unequal run --deck unequal-partners --seed 7 --time-limit 120 \\
  --client "contrib/model_bot.py --url http://127.0.0.1:8080/v1/chat/completions --model my-model"

What it sends is what its seat may know; whoever runs the address can read it. A key is read from the
environment variable that --key-env names, and sent to that address alone.
"""

import argparse
import json
import os
import sys
import urllib.request

from unequal_seat import play

RULES = (
    "You hold one seat of a policy exercise. Answer with one JSON object and nothing else: "
    '{"choice": NUMBER, "reason": "one or two sentences", "confidence": 0 to 100}. '
    "NUMBER is the place of one of the acts that are open to you."
)


def told(hello, turn, rule):
    """What the model reads: the briefing, what the seat knows, what has happened, and what is open."""
    news = [item["sentence"] for item in turn["news"]]
    acts = [f"{place}: {json.dumps(act)}" for place, act in enumerate(turn["acts"])]
    parts = [
        "You are " + hello["seats"].get(hello["seat"], {"name": hello["seat"]})["name"] + ".",
        json.dumps(hello["briefing"], ensure_ascii=False),
        "What you know: " + json.dumps(turn["state"], ensure_ascii=False),
        "Since your last turn: " + " ".join(news),
        "Open to you:\n" + "\n".join(acts),
    ]
    if rule:
        parts.append("Your last answer was not taken: " + rule)
    return "\n\n".join(parts)


class Model:
    def __init__(self, options):
        self.options = options
        self.rule = ""

    def refused(self, rule):
        self.rule = rule

    def decide(self, hello, turn):
        body = {
            "model": self.options.model,
            "temperature": self.options.temperature,
            "messages": [
                {"role": "system", "content": RULES},
                {"role": "user", "content": told(hello, turn, self.rule)},
            ],
        }
        headers = {"Content-Type": "application/json"}
        if self.options.key_env:
            headers["Authorization"] = "Bearer " + os.environ[self.options.key_env]
        request = urllib.request.Request(
            self.options.url, json.dumps(body).encode(), headers, method="POST"
        )
        with urllib.request.urlopen(request, timeout=turn["seconds"]) as response:
            said = json.load(response)["choices"][0]["message"]["content"]
        self.rule = ""
        # Models like to put a fence around what they say.
        start, end = said.find("{"), said.rfind("}")
        try:
            answer = json.loads(said[start : end + 1])
        except ValueError:
            print("no JSON: " + said[:200], file=sys.stderr)
            return {"choice": -1}
        known = ("choice", "reason", "confidence")
        return {key: answer[key] for key in known if answer.get(key) is not None}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--url", required=True, help="the address that is asked")
    options.add_argument("--model", required=True, help="the model's name, which the record keeps")
    options.add_argument("--temperature", type=float, default=0.0)
    options.add_argument("--key-env", help="the environment variable that has the key")
    model = Model(options.parse_args())
    play(model.decide, "model_bot", model.options.model[-40:], refused=model.refused)


if __name__ == "__main__":
    main()
