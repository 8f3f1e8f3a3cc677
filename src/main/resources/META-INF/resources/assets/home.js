"use strict";

/* The home page works without this file. It adds suggestions, answers in place, more rows, and waits for jobs. */
(() => {
  const { byId, announce, fetchPage, swap } = segue;
  const fold = byId("fold");
  const form = byId("ask");
  const user = byId("user");
  const listeners = byId("listeners");
  const field = (name) => form.elements.namedItem(name);
  const count = field("n");
  const adventure = field("adventure");
  const when = field("when");
  const halfLife = field("halfLife");
  const go = byId("go");
  /* What asks again when it is changed; the one for what is owned is there only with a library. */
  const choices = [adventure, field("mode"), when, halfLife, field("untried"), field("owned"), field("maxPerArtist"), field("versions")].filter(Boolean);
  const seedSearch = byId("seed-search");
  const words = form.dataset;
  const POLL_MILLIS = 3000;
  const PATIENCE_MILLIS = 150;

  function takeField(page, shown) {
    const fresh = page.getElementById(shown.id);
    if (shown.type === "checkbox") shown.checked = fresh.checked;
    else shown.value = fresh.value;
    shown.toggleAttribute("aria-invalid", false);
    if (fresh.hasAttribute("aria-invalid")) shown.setAttribute("aria-invalid", "true");
    const problem = `${shown.id}-problem`;
    if (byId(problem)) swap(page, problem);
  }

  function takeAnswer(page, asked, folds) {
    document.title = page.title;
    const judge = byId("judge")?.value;
    [user, count, ...choices].forEach((shown) => takeField(page, shown));
    sayAdventure();
    byId("when-field").hidden = page.getElementById("when-field").hidden;
    if (asked.has("like") || seedSearch.hasAttribute("aria-invalid")) takeField(page, seedSearch);
    swap(page, "asked", "listeners", "picked", "ignored", "examples", "status", "results", "facts");
    if (judge && byId("judge")) byId("judge").value = judge;
    const wrong = form.querySelector("[aria-invalid]");
    if (folds || wrong) fold.open = page.getElementById("fold").hasAttribute("open");
    announce(wrong ? byId(`${wrong.id}-problem`).textContent : headlines());
    waitForJob();
    return wrong;
  }

  function headlines() {
    return Array.from(document.querySelectorAll("#results h2, #results .strategy, #results .notice"))
      .map((element) => element.textContent.trim())
      .join(" ");
  }

  /* ---- Answers in place ---- */

  let asking = new AbortController();
  let shown = question(location.href);

  /* Which question an address asks, whatever place of the page it leads to. */
  function question(address) {
    return new URL(address).search;
  }

  /* folds: the form gives way to the answer; then: finds what to focus in it, its heading unless said. */
  async function show(address, { folds = true, then } = {}) {
    shown = question(address);
    asking.abort();
    const mine = (asking = new AbortController());
    setBusy(true);
    const waiting = setTimeout(() => showWaiting(), PATIENCE_MILLIS);
    try {
      const page = await fetchPage(address, { signal: mine.signal });
      clearTimeout(waiting);
      const wrong = takeAnswer(page, new URL(address).searchParams, folds);
      if (wrong) wrong.focus();
      else if (then || folds) (then?.() || byId("songs"))?.focus();
    } catch (failure) {
      if (!mine.signal.aborted) complain(failure, address);
    } finally {
      clearTimeout(waiting);
      if (mine === asking) setBusy(false);
    }
  }

  function setBusy(isBusy) {
    byId("results").setAttribute("aria-busy", String(isBusy));
    go.textContent = isBusy ? words.busy : words.ask;
    go.setAttribute("aria-busy", String(isBusy));
    if (isBusy) announce(words.busy);
  }

  function showWaiting() {
    if (byId("results").querySelector(".songs")) return;
    byId("results").replaceChildren(byId("waiting").content.cloneNode(true));
  }

  /* What was typed stays; the page does not give way to the browser's. */
  function complain(failure, address) {
    if (failure.signIn) return location.assign(address);
    const again = document.createElement("a");
    again.className = "look-again";
    again.href = address;
    again.textContent = words.again;
    const line = document.createElement("p");
    line.className = "notice";
    line.id = "failure";
    line.append(failure.message, " ", again);
    byId("results").querySelector("#failure")?.remove();
    byId("results").querySelector("[aria-hidden] .waiting")?.closest("section").remove();
    byId("results").prepend(line);
    announce(failure.message);
  }

  function ask(query, options) {
    if (Number(query.get("adventure")) === 0) query.delete("adventure");
    choices.map((choice) => choice.name).forEach((name) => { if (!query.get(name)) query.delete(name); });
    const address = new URL(`./?${query}`, location.href);
    if (address.href !== location.href) history.pushState(null, "", address);
    closing.forEach((close) => close());
    return show(address, options);
  }

  function typed() {
    const fields = Array.from(new FormData(form)).filter(([name, value]) => name !== "like" || value.trim());
    const named = fields.filter(([name, value]) => name === "user" && value.trim());
    const others = fields.filter(([name]) => name !== "user");
    return new URLSearchParams([...(named.length ? named : [["user", ""]]), ...others]);
  }

  const isAnswered = () => byId("results").querySelector("section") !== null;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (go.getAttribute("aria-busy") === "true") asking.abort();
    ask(typed());
  });

  function sayAdventure() {
    adventure.setAttribute("aria-valuetext", words.adventure.replace("#", Math.round(adventure.value * 100)));
  }

  adventure.addEventListener("input", sayAdventure);
  /* One stands in the place of the other. */
  when.addEventListener("change", () => { halfLife.value = ""; });
  halfLife.addEventListener("change", () => { when.value = ""; });
  choices.forEach((choice) => choice.addEventListener("change", () => { if (isAnswered()) ask(typed(), { folds: false }); }));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#examples a, #picked a, #listeners a, a.ask, a.look-again, a.more");
    if (!link || !segue.isPlain(event)) return;
    event.preventDefault();
    if (link.matches(".look-again")) show(link.href);
    else if (link.matches("#picked a")) leaveOut(link.closest("li"), seedSearch);
    else if (link.matches("#listeners a")) leaveOut(link.closest("li"), user);
    else if (link.matches(".more")) showMore(link);
    else ask(new URL(link.href).searchParams, { then: focusAfter(link) });
  });

  /* A song that is ignored has a chip then; the switch between new and known stays where the focus is. */
  function focusAfter(link) {
    if (link.matches(".ignore")) return () => Array.from(document.querySelectorAll("#left-out a")).pop();
    if (link.matches(".tabs a")) return () => document.querySelector(".tabs [aria-current]");
    return undefined;
  }

  /* A way within the page, as the one past the menu, is no other question: an answer would take what is being typed. */
  window.addEventListener("popstate", () => { if (question(location.href) !== shown) show(location.href); });

  /* ---- More rows under those that are there ---- */

  async function showMore(link) {
    link.setAttribute("aria-busy", "true");
    try {
      const page = await fetchPage(link.href);
      const list = document.querySelector("#results .songs");
      const known = new Set(Array.from(list.children).map((row) => row.dataset.song));
      const fresh = Array.from(page.querySelectorAll("#results .songs > .song")).filter((row) => !known.has(row.dataset.song));
      const total = page.querySelectorAll("#results .songs > .song").length;
      const added = fresh.slice(0, total - known.size).map((row) => document.importNode(row, true));
      added.forEach((row, i) => number(row, known.size + i + 1));
      list.append(...added);
      swap(page, "after", "songs", "asked");
      document.title = page.title;
      takeField(page, count);
      history.pushState(null, "", new URL(link.href).search);
      shown = question(location.href);
      (added[0]?.querySelector(".title a") || byId("songs")).focus();
      announce(byId("songs").textContent);
    } catch (failure) {
      segue.complain(failure);
    } finally {
      link.removeAttribute("aria-busy");
    }
  }

  function number(row, rank) {
    row.id = `song-${rank}`;
    row.querySelector(".rank").textContent = rank;
  }

  /* ---- Songs to start from ---- */

  function pick(song) {
    add(byId("picked"), "seed", song.id, song.title);
  }

  function add(list, name, value, text) {
    if (Array.from(list.querySelectorAll("input")).some((chosen) => chosen.value === value)) return;
    const chosen = document.createElement("input");
    chosen.type = "hidden";
    chosen.name = name;
    chosen.value = value;
    const title = document.createElement("bdi");
    title.textContent = text;
    const away = document.createElement("a");
    away.href = "./";
    away.textContent = "×";
    away.setAttribute("aria-label", words.leaveOut.replace("#", () => text));
    const item = document.createElement("li");
    item.append(chosen, title, away);
    list.append(item);
  }

  function leaveOut(item, search) {
    const next = item.nextElementSibling || item.previousElementSibling;
    item.remove();
    (next?.querySelector("a") || search).focus();
    if (isAnswered()) ask(typed(), { folds: false });
  }

  /* ---- Waiting for an import or a training ---- */

  async function lookAtJob() {
    const focused = byId("status").contains(document.activeElement) || byId("examples").contains(document.activeElement);
    const page = await fetchPage(location.href);
    const ended = !page.querySelector("[data-working]");
    if (!focused || ended) swap(page, "examples", "status", "facts");
    if (ended) announce(words.ready);
  }

  const waitForJob = segue.follow(lookAtJob, POLL_MILLIS);

  /* ---- Suggestions ---- */

  const closing = [segue.suggestPeople(user, words.users)];

  /* Several listeners are chips: the one in the field becomes one, and the field is free for the next. */
  byId("another").addEventListener("click", () => {
    const name = user.value.trim();
    if (name) add(listeners, "user", name, name);
    user.value = "";
    user.focus();
  });

  segue.suggestions(
    seedSearch,
    "api/songs",
    (item) => [item.title, item.artist],
    words.songs,
    (item) => { seedSearch.value = ""; pick(item); },
  );
})();
