"""Checks TOML files against a JSON Schema with Python's own readers.

Reads {"schema": ..., "files": [...]} from standard input and prints, for each file, "valid", "invalid", or
"unreadable" if it is not TOML. Exits with 3 if Python has no jsonschema.
"""

import json
import sys
import tomllib

try:
    import jsonschema
except ImportError:
    sys.exit(3)

task = json.load(sys.stdin)
jsonschema.Draft202012Validator.check_schema(task["schema"])
validator = jsonschema.Draft202012Validator(task["schema"])
for name in task["files"]:
    try:
        with open(name, "rb") as file:
            deck = tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        print("unreadable")
    else:
        print("valid" if validator.is_valid(deck) else "invalid")
