#!/usr/bin/env python3
"""Reads the tables of `unequal report --format csv` and prints what can be recomputed from them, as JSON.

Usage: python3 data.py FOLDER/KEY [--database FILE]      (FOLDER/KEY.sessions.csv and its neighbours)

With --database the tables are kept in FILE, which must not exist yet, for whatever reads SQLite.
"""

import csv
import json
import os
import sqlite3
import sys


def tables(stem, file=":memory:"):
    """All tables of the data package in one database, in memory where no file is named; empty cells become NULL."""
    base = sqlite3.connect(file)
    with open(stem + ".datapackage.json", encoding="utf-8") as file:
        package = json.load(file)
    folder = stem.rpartition("/")[0] or "."
    affinity = {"integer": "INTEGER", "number": "REAL"}
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        columns = ", ".join(f'"{field["name"]}" {affinity.get(field["type"], "TEXT")}' for field in fields)
        base.execute(f'CREATE TABLE "{resource["name"]}" ({columns})')
        with open(f"{folder}/{resource['path']}", encoding="utf-8", newline="") as file:
            rows = [[cell or None for cell in row] for row in csv.reader(file)][1:]
        marks = ", ".join("?" * len(fields))
        base.executemany(f'INSERT INTO "{resource["name"]}" VALUES ({marks})', rows)
        keys = [f'"{field["name"]}"' for field in fields if field["name"] in ("session_id", "session", "entry")]
        base.execute(f'CREATE INDEX "{resource["name"]}_by_entry" ON "{resource["name"]}" ({", ".join(keys)})')
    base.commit()
    return base


def grouped(rows):
    """Rows of (key, value, …) as lists by their keys."""
    found = {}
    for key, *values in rows:
        found.setdefault(key, []).append(values[0] if len(values) == 1 else values)
    return found


def main(stem, file=":memory:"):
    base = tables(stem, file)
    stability = grouped(base.execute(
        "SELECT session, value FROM gauges WHERE gauge = 'stability' AND closed = 'true' ORDER BY session, move"))
    # What the entries that stand did to stability, from STARTEX on: the parts add up to where it stands.
    moved = dict(base.execute(
        "SELECT session, SUM(by) FROM changes WHERE gauge = 'stability' AND undone = 'false' AND move > 0 GROUP BY session"))
    ends = dict(base.execute("SELECT session, stability_end - stability_start FROM sessions"))
    brier = dict(base.execute(
        "SELECT session, AVG((percent / 100.0 - (happened = 'true')) * (percent / 100.0 - (happened = 'true'))) "
        "FROM estimates WHERE happened IS NOT NULL GROUP BY session"))
    answers = {}
    for domain, response, count in base.execute(
            # What stands in a branch was copied, or nobody decided it.
            "SELECT domain, response, COUNT(*) FROM exchanges JOIN sessions USING (session) WHERE parent_file IS NULL "
            "GROUP BY domain, response ORDER BY domain, response"):
        answers.setdefault(domain, {})[response] = count
    aims = {session: [patron, client, europe] for session, patron, client, europe in base.execute(
        "SELECT session, patron_aims, client_aims, europe_ease FROM sessions")}
    # Where stability is heading, and how hard the patron could press in each domain, beside what the client depends on it there.
    outlook = grouped(base.execute(
        "SELECT session, stability, supported, outlook FROM moments ORDER BY session, move"))
    heading = {session: [[round((now + 2 * supported) / 3), told] for now, supported, told in rows]
               for session, rows in outlook.items()}
    leverage = grouped(base.execute(
        "SELECT leverage.session, domain, leverage.move, leverage, value FROM leverage JOIN gauges "
        "ON gauges.session_id = leverage.session_id AND gauges.session = leverage.session "
        "AND gauges.entry = leverage.entry AND gauges.closed = leverage.closed "
        "AND gauges.gauge = domain || '.dependence' ORDER BY leverage.session, domain, leverage.move"))
    turned = grouped(base.execute(
        "SELECT session, entry, moved, kind FROM turning_points JOIN acts USING (session_id, session, entry) "
        "ORDER BY session, ABS(moved) DESC, entry"))
    # What everybody together expected, beside the mean of the estimates one by one.
    crowd = grouped(base.execute(
        "SELECT session, question_id, questions.mean, AVG(percent) FROM questions JOIN estimates USING (session_id, session, question_id) "
        "GROUP BY session, question_id ORDER BY session, question_id"))
    # Everything is joined by ids, never by titles, which a deck may change: a session by its digest, an entry by its number.
    entry = "JOIN acts USING (session_id, session, entry)"
    counts = {
        "offers": f"offers {entry} WHERE offers.card = acts.card AND offers.asked = acts.asked_in_return",
        "measures": f"measures {entry} WHERE measures.measure = acts.measure AND measures.result = acts.measure_result",
        "overruled": f"overrides {entry} WHERE overrides.kind = 'ruling' AND acts.overruled = 'true'",
        "rulings": "exchanges JOIN acts USING (session_id, session) WHERE exchanges.ruling_entry = acts.entry "
                   "AND (exchanges.card, exchanges.domain, exchanges.response) = (acts.card, acts.domain, acts.response)",
        "followed": "exchanges JOIN acts USING (session_id, session, follow_up) JOIN sessions USING (session) "
                    "WHERE acts.kind = 'follow-up' AND acts.undone = 'false' AND acts.move = exchanges.move",
    }
    joined = {name: dict(base.execute(f"SELECT session, COUNT(*) FROM {rows} GROUP BY session"))
              for name, rows in counts.items()}
    overrides = grouped(base.execute("SELECT session, kind, entry, effect FROM overrides ORDER BY session, entry"))
    holders = grouped(base.execute("SELECT session, seat, held_by, from_entry, from_move FROM holders ORDER BY session, seat, from_entry"))
    # Whether Europe had a plan for the ending that came.
    prepared = dict(base.execute(
        "SELECT session, COUNT(plans.ending) FROM sessions LEFT JOIN plans USING (session_id, session, ending) GROUP BY session"))
    print(json.dumps({
        "joined": joined,
        "heading": heading,
        "leverage": leverage,
        "turned": turned,
        "crowd": crowd,
        "overrides": overrides,
        "holders": holders,
        "prepared": prepared,
        "stability": stability,
        "moved": {session: moved.get(session, 0) for session in ends},
        "change": ends,
        "brier": {session: round(score, 6) for session, score in brier.items()},
        "answers": answers,
        "aims": aims,
    }, indent=1, sort_keys=True))


if __name__ == "__main__":
    match sys.argv[1:]:
        case [stem]:
            main(stem)
        case [stem, "--database", file] if not os.path.exists(file):
            main(stem, file)
        case _:
            sys.exit(__doc__)
