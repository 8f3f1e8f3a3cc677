"use strict";

/* The home page works without this file. It adds suggestions, answers in place, takes verdicts, and waits for jobs. */
(() => {
  const { byId, announce, fetchPage, swap } = segue;
  const form = byId("ask");
  const user = form.elements.namedItem("user");
  const count = form.elements.namedItem("n");
  const adventure = form.elements.namedItem("adventure");
  const words = form.dataset;
  const POLL_MILLIS = 3000;

  function takeField(page, field) {
    const fresh = page.getElementById(field.id);
    field.value = fresh.value;
    field.toggleAttribute("aria-invalid", false);
    if (fresh.hasAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true");
    const problem = `${field.id}-problem`;
    if (byId(problem)) swap(page, problem);
  }

  function takeAnswer(page) {
    document.title = page.title;
    [user, count, adventure].forEach((field) => takeField(page, field));
    swap(page, "picked", "ignored", "examples", "status", "results", "facts");
    const wrong = form.querySelector("[aria-invalid]");
    if (wrong) wrong.focus();
    const said = wrong ? byId(`${wrong.id}-problem`).textContent : headlines();
    announce(said);
    waitForJob();
  }

  function headlines() {
    return Array.from(document.querySelectorAll("#results h2, #results .strategy, #results .notice"))
      .map((element) => element.textContent.trim())
      .join(" ");
  }

  /* ---- Answers in place ---- */

  let asking = new AbortController();

  async function show(address) {
    asking.abort();
    const mine = (asking = new AbortController());
    const results = byId("results");
    results.setAttribute("aria-busy", "true");
    announce(words.busy);
    try {
      takeAnswer(await fetchPage(address, mine.signal));
    } catch (failure) {
      if (!mine.signal.aborted) location.assign(address);
    } finally {
      if (mine === asking) results.removeAttribute("aria-busy");
    }
  }

  function ask(query) {
    if (Number(query.get("adventure")) === 0) query.delete("adventure");
    const address = new URL(`./?${query}`, location.href);
    if (address.href !== location.href) history.pushState(null, "", address);
    closeUsers();
    return show(address);
  }

  const typed = () => new URLSearchParams(new FormData(form));
  const isAnswered = () => byId("results").childElementCount > 0;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(typed());
  });

  adventure.addEventListener("change", () => { if (isAnswered()) ask(typed()); });

  document.addEventListener("click", (event) => {
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    const link = event.target.closest("#examples a, #picked a, a.ask, a.look-again");
    if (!link || !plain) return;
    event.preventDefault();
    if (link.matches(".look-again")) show(location.href);
    else if (link.matches("#picked a")) leaveOut(link.closest("li"));
    else ask(new URL(link.href).searchParams);
  });

  window.addEventListener("popstate", () => show(location.href));

  /* ---- Songs to start from ---- */

  function pick(song) {
    if (Array.from(form.querySelectorAll("[name=seed]")).some((seed) => seed.value === song.id)) return;
    const seed = document.createElement("input");
    seed.type = "hidden";
    seed.name = "seed";
    seed.value = song.id;
    const title = document.createElement("bdi");
    title.textContent = song.title;
    const away = document.createElement("a");
    away.href = "./";
    away.textContent = "×";
    away.setAttribute("aria-label", words.leaveOut.replace("#", song.title));
    const item = document.createElement("li");
    item.append(seed, title, away);
    byId("picked").append(item);
  }

  function leaveOut(item) {
    item.remove();
    byId("seed-search").focus();
    if (isAnswered()) ask(typed());
  }

  /* ---- Verdicts ---- */

  async function judge(button) {
    const { song, title } = button.closest(".song").dataset;
    const { verdict } = button.dataset;
    const path = `api/users/${button.closest(".songs").dataset.user}/feedback/songs/${song}`;
    try {
      await segue.sendJson("PUT", path, { verdict });
      segue.toast(words[verdict].replace("#", title), () => takeBack(path));
      await show(location.href);
    } catch (failure) {
      segue.complain(failure);
    }
  }

  async function takeBack(path) {
    try {
      await segue.call("DELETE", path);
      await show(location.href);
    } catch (failure) {
      segue.complain(failure);
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-verdict]");
    if (button) judge(button);
  });

  /* ---- Waiting for an import or a training ---- */

  let poll = 0;

  function waitForJob() {
    clearTimeout(poll);
    if (document.querySelector("[data-working]")) poll = setTimeout(lookAtJob, POLL_MILLIS);
  }

  async function lookAtJob() {
    if (!document.hidden) {
      const focused = byId("status").contains(document.activeElement) || byId("examples").contains(document.activeElement);
      try {
        const page = await fetchPage("./");
        const ended = !page.querySelector("[data-working]");
        if (!focused || ended) swap(page, "examples", "status", "facts");
        if (ended) announce(words.ready);
      } catch (failure) {
        /* The service may be restarting: the next look tells. */
      }
    }
    waitForJob();
  }

  /* ---- Suggestions ---- */

  const closeUsers = segue.suggestions(
    user,
    "api/users",
    (item) => [item.name || item.id, item.name && item.name !== item.id ? item.id : ""],
    { name: words.users, none: words.usersNone, one: words.usersOne, many: words.usersMany },
    (item) => { user.value = item.id; },
  );

  const seedSearch = byId("seed-search");
  segue.suggestions(
    seedSearch,
    "api/songs",
    (item) => [item.title, item.artist],
    { name: words.songs, none: words.songsNone, one: words.songsOne, many: words.songsMany },
    (item) => { seedSearch.value = ""; pick(item); },
  );
  seedSearch.addEventListener("keydown", (event) => { if (event.key === "Enter" && seedSearch.value.trim()) event.preventDefault(); });

  waitForJob();
})();
