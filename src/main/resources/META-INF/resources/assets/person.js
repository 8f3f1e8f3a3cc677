"use strict";

/* Adds to a person's pages: times as the clock here shows them, earlier plays in place, Undo where something was deleted, what is
   playing now, and suggestions of who is the same person. */
(() => {
  const { byId } = segue;
  const words = byId("person").dataset;

  /* As the page writes times: the day before the month, in English too. */
  const language = document.documentElement.lang;
  const here = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });

  function showTimesHere() {
    for (const time of byId("listens").querySelectorAll("time")) {
      const moment = new Date(time.dateTime);
      if (!isNaN(moment)) time.textContent = here.format(moment);
    }
    byId("utc")?.remove();
  }

  async function showEarlier(link) {
    const page = await segue.fetchPage(link.href);
    const first = byId("listens").childElementCount;
    byId("listens").append(...page.getElementById("listens").children);
    segue.swap(page, "more");
    showTimesHere();
    byId("listens").children[first]?.querySelector("a")?.focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#more a");
    if (!link || !segue.isPlain(event)) return;
    event.preventDefault();
    showEarlier(link).catch(segue.complain);
  });

  /* ---- What was deleted leaves its row with the way back in it ---- */

  const deleted = new WeakMap();

  async function send(form) {
    const page = await segue.fetchPage(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    segue.swap(page, "facts-of-person", "top");
    return page;
  }

  async function remove(form) {
    const row = form.closest("li");
    const undone = (await send(form)).getElementById("undone");
    if (!undone) return leave(row);
    deleted.set(row, Array.from(row.childNodes));
    row.replaceChildren(...undone.childNodes);
    row.querySelector("button").focus();
    segue.announce(row.firstChild.textContent.trim());
  }

  function leave(row) {
    const heading = row.closest("section").querySelector("h2");
    row.remove();
    heading.focus();
  }

  async function bringBack(form) {
    const row = form.closest("li");
    await send(form);
    if (!row) return form.closest("#undone").remove();
    row.replaceChildren(...deleted.get(row));
    row.querySelector(".removal button").focus();
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const inRow = form.matches(".removal") || (form.matches(".undo") && form.closest("li"));
    if (!inRow) return;
    event.preventDefault();
    (form.matches(".undo") ? bringBack(form) : remove(form)).catch(segue.complain);
  });

  /* ---- What is playing now: one connection, none while nobody looks ---- */

  let events = null;

  function show({ playing }) {
    const line = byId("playing");
    line.hidden = !playing;
    if (!playing) return line.replaceChildren();
    const where = playing.client ? words.playingIn.replace("#", playing.client) : words.playingNow;
    const title = document.createElement("strong");
    title.dir = "auto";
    title.textContent = playing.title;
    line.replaceChildren(`▶ ${where}: `, title, playing.artist ? ` · ${playing.artist}` : "");
  }

  function follow() {
    if (document.hidden || events) return;
    events = new EventSource(segue.root + words.playing);
    events.addEventListener("playing", (event) => show(JSON.parse(event.data)));
  }

  function rest() {
    events?.close();
    events = null;
  }

  if (words.playing) {
    document.addEventListener("visibilitychange", () => (document.hidden ? rest() : follow()));
    addEventListener("pagehide", rest);
    addEventListener("pageshow", follow);
    follow();
  }

  if (byId("listens")) showTimesHere();
  if (byId("other")) segue.suggestPeople(byId("other"), words.people);
})();
