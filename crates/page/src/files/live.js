// Keeps a page that is open as the session is: shows what is sent, lets clocks run, and comes back by itself.
"use strict";
(() => {
  const wall = document.getElementById("wall");
  const part = document.querySelector("[data-forms]");
  let typed = false;
  const news = document.getElementById("news");
  const line = document.getElementById("line");
  const silence = 40000; // Milliseconds; something is sent every 15 seconds.
  let source = null;
  let heard = 0;
  let ahead = 0; // Milliseconds by which this clock is ahead of the host's.
  let shown = "";
  let told = wall?.firstElementChild?.dataset.news ?? "";

  const digits = (seconds) => {
    const size = Math.abs(seconds);
    const two = (number) => String(number).padStart(2, "0");
    const [hours, minutes, rest] = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
    const time = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
    return (seconds < 0 ? "−" : "") + time;
  };

  const tick = () => {
    const now = Math.floor((Date.now() - ahead) / 1000);
    for (const clock of document.querySelectorAll("[data-at]")) {
      const at = Number(clock.dataset.at);
      const seconds = "up" in clock.dataset ? now - at : at - now;
      const time = clock.querySelector("time");
      if (time) time.textContent = digits(seconds);
      clock.classList.toggle("over", seconds < 0);
    }
  };

  const standing = (live) => {
    if (!line) return;
    line.textContent = live ? "live" : "looking for the session …";
    line.classList.toggle("live", live);
  };

  const hear = () => {
    heard = Date.now();
    standing(true);
  };

  const show = (html) => {
    if (!wall || html === shown) return;
    shown = html;
    wall.innerHTML = html;
    tick();
    const words = wall.firstElementChild?.dataset.news ?? "";
    if (news && words !== told) news.textContent = words;
    told = words;
  };

  const open = () => {
    source?.close();
    heard = Date.now();
    source = new EventSource("/live");
    source.addEventListener("now", (event) => {
      ahead = Date.now() - Number(event.data) * 1000;
      hear();
    });
    source.addEventListener("wall", (event) => {
      hear();
      show(event.data);
    });
    source.addEventListener("forms", (event) => {
      hear();
      if (!part || part.dataset.forms === event.data) return;
      // What is being typed stays; whoever types is told.
      if (typed) document.getElementById("changed")?.removeAttribute("hidden");
      else location.replace(location.pathname);
    });
    source.addEventListener("still", hear);
    source.addEventListener("error", () => standing(false));
  };

  const look = () => {
    if (source?.readyState === EventSource.CLOSED || Date.now() - heard > silence) {
      standing(false);
      open();
    }
  };

  for (const form of document.forms) form.addEventListener("input", () => (typed = true));
  if (document.querySelector(".trouble")) typed = true;

  if (wall || part) {
    open();
    setInterval(look, 5000);
    setInterval(tick, 1000);
    window.addEventListener("online", open);
    document.addEventListener("visibilitychange", () => document.hidden || look());
  }
})();
