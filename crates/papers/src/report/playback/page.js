"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const SVG = "http://www.w3.org/2000/svg";
  let line = 0, eyes = 0, place = 0;

  const make = (name, text, kind) => {
    const made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const draw = (name, of) => {
    const made = document.createElementNS(SVG, name);
    for (const key in of) made.setAttribute(key, of[key]);
    return made;
  };
  const level = (value, tenths) =>
    (tenths ? (value / 10).toFixed(1) : String(value)).replace("-", "−");
  const signed = (by, tenths) => (by > 0 ? "▲" : "▼") + level(Math.abs(by), tenths);
  const steps = () => data.lines[line].eyes[eyes].steps;
  const now = () => steps()[place];
  const before = () => steps()[Math.max(0, place - 1)];

  // Eyes that know no more than was known then: what came later is not shown.
  const is_then = () => data.lines[line].eyes[eyes].id !== "now";

  // An entry that these eyes do not see: the last one before it that they do.
  function nearest(entry) {
    let found = 0;
    steps().forEach((step, n) => { if (step.entry <= entry) found = n; });
    return found;
  }

  // Where a step stands on the axis of moves, so that lines of different length lie beside each other.
  function places(all) {
    const of = new Map();
    all.forEach((step) => of.set(step.move, (of.get(step.move) || 0) + 1));
    let move = null, within = 0;
    return all.map((step) => {
      within = step.move === move ? within + 1 : 1;
      move = step.move;
      return Math.max(0, move - 1 + within / of.get(move));
    });
  }

  // The same eyes on another line, where it has them.
  function alike(other) {
    const id = data.lines[line].eyes[eyes].id;
    return other.eyes.find((one) => one.id === id) || other.eyes[0];
  }

  function curve() {
    const wide = Math.max(320, Math.min(760, at("curve").clientWidth || 640));
    const high = 236, left = 34, right = 12, foot = 40;
    const all = steps(), along = places(all);
    const others = is_then() ? [] : data.lines.filter((_, n) => n !== line).map((other) => alike(other).steps);
    const moves = Math.max(1, ...[all, ...others].map((one) => one[one.length - 1].move));
    const x = (move) => left + (wide - left - right) * move / moves;
    const y = (value) => 8 + (high - 8 - foot) * (1 - value / 100);
    const points = (of, where) => of.map((step, n) => `${x(where[n]).toFixed(1)},${y(step.stability).toFixed(1)}`).join(" ");
    const svg = draw("svg", { viewBox: `0 0 ${wide} ${high}`, role: "img" });
    svg.appendChild(draw("title", {})).textContent =
      `Stability ${now().stability}, heading for ${now().heading}`;
    for (const value of [0, 25, 50, 75, 100]) {
      svg.appendChild(draw("line", { x1: left, x2: wide - right, y1: y(value), y2: y(value), class: "grid" }));
      svg.appendChild(draw("text", { x: left - 6, y: y(value) + 4, class: "scale" })).textContent = value;
    }
    // As many numbers as stand beside each other.
    const every = Math.ceil(moves * 21 / wide);
    for (let move = 1; move <= moves; move += 1) {
      svg.appendChild(draw("line", { x1: x(move - 1), x2: x(move - 1), y1: y(0), y2: y(0) + 5, class: "axis" }));
      if ((move - 1) % every === 0)
        svg.appendChild(draw("text", { x: x(move - 0.5), y: high - 22, class: "move" })).textContent = move;
    }
    svg.appendChild(draw("text", { x: x(moves / 2), y: high - 6, class: "move" })).textContent =
      data.lines[line].move_label || "move";
    for (const other of others) svg.appendChild(draw("polyline", { points: points(other, places(other)), class: "other" }));
    if (!is_then()) svg.appendChild(draw("polyline", { points: points(all, along), class: "whole" }));
    svg.appendChild(draw("polyline", { points: points(all.slice(0, place + 1), along), class: "played" }));
    svg.appendChild(draw("circle", { cx: x(along[place]), cy: y(now().stability), r: 5, class: "here" }));
    svg.addEventListener("click", (event) => {
      const box = svg.getBoundingClientRect();
      const move = ((event.clientX - box.left) / box.width * wide - left) / (wide - left - right) * moves;
      let best = 0;
      along.forEach((where, n) => { if (Math.abs(where - move) < Math.abs(along[best] - move)) best = n; });
      go(best);
    });
    const moved = now().stability - before().stability;
    const head = make("h2", "Stability ");
    head.appendChild(make("b", level(now().stability)));
    if (moved) head.appendChild(make("span", " " + signed(moved), "moved"));
    head.appendChild(make("span", ` heading for ${now().heading}`, "quiet"));
    if (others.length) head.appendChild(make("span", " · dashed: the other lines", "quiet"));
    at("curve").replaceChildren(head, svg);
  }

  function said() {
    const step = now(), told = step.told, box = at("said");
    box.replaceChildren();
    if (!told) box.appendChild(make("p", "STARTEX: the session before its first entry.", "sentence"));
    else {
      box.appendChild(make("p", `${told.who} · ${told.hand} · ${told.at.replace("T", " ").replace("Z", " UTC")}`, "who " + told.seat));
      const sentence = make("p", told.sentence, "sentence");
      sentence.dir = "auto";
      if (told.undone) sentence.classList.add("undone");
      box.appendChild(sentence);
      if (told.undone) box.appendChild(make("p", "Undone later: what it did was taken back.", "quiet"));
      const words = make("dl");
      const add = (name, text) => {
        if (text === null || text === undefined) return;
        words.appendChild(make("dt", name));
        const value = make("dd", text);
        value.dir = "auto";
        words.appendChild(value);
      };
      add("Why", told.rationale);
      add("How sure", told.confidence === null ? null : told.confidence + " %");
      add("Otherwise", told.dissent);
      add("Put right by", told.corrected === null ? null : "entry " + told.corrected);
      if (words.children.length) box.appendChild(words);
      if (told.changes.length) {
        const list = make("ul", undefined, "changes");
        for (const [gauge, from, to, why, tenths] of told.changes)
          list.appendChild(make("li", `${gauge} ${level(from, tenths)} → ${level(to, tenths)} (${why})`));
        box.appendChild(list);
      }
    }
    for (const remark of data.lines[line].remarks.filter((one) => one.entry === step.entry)) {
      const mark = remark.kind === "bookmark" ? "⚑ " : "";
      box.appendChild(make("p", `${mark}${remark.text} — ${remark.author}`, "remark"));
    }
    const texts = data.lines[line].texts;
    for (const [title, text] of step.table) {
      box.appendChild(make("h3", "On the table: " + texts[title]));
      if (texts[text]) box.appendChild(make("p", texts[text]));
    }
  }

  function signs() {
    const list = make("ul");
    for (const sign of now().signs) list.appendChild(make("li", data.lines[line].texts[sign]));
    at("signs").replaceChildren(...(now().signs.length ? [make("h2", "How far each ending is"), list] : []));
  }

  function cell(value, was, tenths) {
    const made = make("td", level(value, tenths));
    if (value !== was) made.appendChild(make("span", signed(value - was, tenths), "moved"));
    return made;
  }

  function board() {
    const of = data.lines[line], step = now(), last = before();
    const table = make("table"), head = make("tr");
    for (const name of ["Domain", "depends", "leverage", "can offer", "strain", "line", "truly"]) {
      const th = make("th", name);
      th.scope = "col";
      head.appendChild(th);
    }
    table.appendChild(make("thead")).appendChild(head);
    const body = table.appendChild(make("tbody"));
    of.domains.forEach((domain, n) => {
      const row = body.appendChild(make("tr")), values = step.domains[n], old = last.domains[n];
      const th = make("th", domain.name);
      th.scope = "row";
      row.appendChild(th);
      for (const k of [0, 1, 2, 3]) {
        const td = cell(values[k], old[k], false);
        const bar = make("i");
        bar.style.width = Math.max(0, Math.min(100, values[k])) + "%";
        td.appendChild(bar);
        row.appendChild(td);
      }
      row.appendChild(make("td", values[5] ? "crossed" : domain.line, values[5] ? "crossed" : ""));
      row.appendChild(make("td", values[4]));
    });
    const gauges = make("dl", undefined, "gauges");
    of.gauges.forEach((gauge, n) => {
      if (step.gauges[n] === null) return;
      const pair = make("div");
      pair.appendChild(make("dt", gauge.name));
      const value = make("dd", level(step.gauges[n], gauge.tenths));
      const moved = last.gauges[n] === null ? 0 : step.gauges[n] - last.gauges[n];
      if (moved) value.appendChild(make("span", signed(moved, gauge.tenths), "moved"));
      pair.appendChild(value);
      gauges.appendChild(pair);
    });
    const scroll = make("div", undefined, "scroll");
    scroll.appendChild(table);
    at("board").replaceChildren(make("h2", "Board"), scroll, gauges);
  }

  function record() {
    const list = at("entries");
    list.replaceChildren();
    steps().forEach((step, n) => {
      if (is_then() && n > place) return;
      const item = make("li"), go_to = make("button");
      go_to.appendChild(make("span", step.entry, "number"));
      go_to.appendChild(make("span", step.told ? step.told.sentence : "STARTEX", step.told && step.told.undone ? "undone" : ""));
      if (n === place) {
        go_to.setAttribute("aria-current", "step");
        item.className = "here";
      }
      go_to.addEventListener("click", () => go(n));
      item.appendChild(go_to);
      list.appendChild(item);
    });
    // Only the list scrolls, and not the page under a reader's hand.
    const here = list.querySelector(".here");
    if (here) list.scrollTop = here.offsetTop - list.clientHeight / 2;
  }

  function show() {
    const of = data.lines[line], step = now();
    at("name").textContent = of.name;
    const branch = of.parent ? ` · a branch of ${of.parent[0]} after entry ${of.parent[1]}: what follows is a what-if` : "";
    at("where").textContent = `${of.deck} · entry ${step.entry} of ${steps()[steps().length - 1].entry} · ` +
      (step.move ? `move ${step.move} of ${of.moves_planned}` : "before the first move") + ` · ${step.phase}${branch}`;
    at("eyes").value = of.eyes[eyes].id;
    at("line").value = line;
    at("slider").max = steps().length - 1;
    at("slider").value = place;
    curve(); said(); board(); signs(); record();
    const named = data.lines.length > 1 ? `&line=${line + 1}` : "";
    history.replaceState(null, "", `#e${step.entry}&seat=${of.eyes[eyes].id}${named}`);
  }

  function go(to) {
    place = Math.max(0, Math.min(steps().length - 1, to));
    show();
  }

  function by_move(way) {
    const move = now().move;
    let to = place;
    if (way > 0) while (to < steps().length - 1 && steps()[to].move <= move) to += 1;
    else {
      while (to > 0 && steps()[to - 1].move === move) to -= 1;
      if (to === place && to > 0) {
        to -= 1;
        while (to > 0 && steps()[to - 1].move === steps()[to].move) to -= 1;
      }
    }
    go(to);
  }

  function look(with_eyes) {
    const entry = now().entry;
    eyes = with_eyes;
    go(nearest(entry));
  }

  function along(with_line) {
    const entry = now().entry, id = data.lines[line].eyes[eyes].id;
    line = with_line;
    eyes = Math.max(0, data.lines[line].eyes.findIndex((one) => one.id === id));
    fill();
    place = 0;
    go(nearest(entry));
  }

  function fill() {
    at("eyes").replaceChildren(...data.lines[line].eyes.map((one) => {
      const option = make("option", one.name);
      option.value = one.id;
      return option;
    }));
  }

  function from_address() {
    const asked = new URLSearchParams(location.hash.replace(/^#e?(\d+)/, "entry=$1").replace(/^#/, ""));
    const named = Number(asked.get("line")) - 1;
    line = named > 0 && named < data.lines.length ? named : 0;
    const seat = data.lines[line].eyes.findIndex((one) => one.id === asked.get("seat"));
    eyes = Math.max(0, seat);
    fill();
    place = 0;
    go(nearest(Number(asked.get("entry")) || 0));
  }

  at("line").replaceChildren(...data.lines.map((one, n) => {
    const option = make("option", one.name);
    option.value = n;
    return option;
  }));
  at("which").hidden = data.lines.length < 2;
  at("eyes").addEventListener("change", (event) => look(event.target.selectedIndex));
  at("line").addEventListener("change", (event) => along(event.target.selectedIndex));
  at("slider").addEventListener("input", (event) => go(Number(event.target.value)));
  const keys = {
    ArrowLeft: () => go(place - 1), ArrowRight: () => go(place + 1),
    PageUp: () => by_move(-1), PageDown: () => by_move(1),
    Home: () => go(0), End: () => go(steps().length - 1),
    s: () => look((eyes + 1) % data.lines[line].eyes.length),
    l: () => along((line + 1) % data.lines.length),
  };
  const buttons = { first: "Home", "back-move": "PageUp", back: "ArrowLeft", on: "ArrowRight", "on-move": "PageDown", last: "End" };
  for (const id in buttons) at(id).addEventListener("click", keys[buttons[id]]);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.tagName === "SELECT" || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  window.addEventListener("hashchange", from_address);
  window.addEventListener("resize", curve);
  from_address();
})();
