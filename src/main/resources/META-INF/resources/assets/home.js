"use strict";

/* The home page works without this file. It adds suggestions, answers in place, takes verdicts, and waits for jobs. */
(() => {
  const { byId, announce, fetchPage, swap } = segue;
  const form = byId("ask");
  const listeners = byId("listeners");
  const count = form.elements.namedItem("n");
  const adventure = form.elements.namedItem("adventure");
  const when = form.elements.namedItem("when");
  const halfLife = form.elements.namedItem("halfLife");
  const untried = form.elements.namedItem("untried");
  /* Only where there is a library. */
  const owned = form.elements.namedItem("owned");
  const versions = form.elements.namedItem("versions");
  const seedSearch = byId("seed-search");
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

  /* Fields stay as far as they can: somebody may be typing in one, and each has its suggestions. */
  function takeListeners(page) {
    const fresh = page.querySelectorAll("#listeners .combo input");
    const shown = listeners.getElementsByClassName("combo");
    while (shown.length > fresh.length) shown[shown.length - 1].remove();
    while (shown.length < fresh.length) addListener();
    fresh.forEach((field, i) => { shown[i].firstElementChild.value = field.value; });
  }

  function takeAnswer(page, asked) {
    document.title = page.title;
    const judge = byId("judge")?.value;
    takeListeners(page);
    [byId("user"), count, adventure, when, halfLife, untried, owned].forEach((field) => { if (field) takeField(page, field); });
    versions.checked = page.getElementById("versions").checked;
    byId("when-field").hidden = page.getElementById("when-field").hidden;
    if (asked.has("like") || seedSearch.hasAttribute("aria-invalid")) takeField(page, seedSearch);
    swap(page, "picked", "ignored", "examples", "status", "results", "facts");
    if (judge && byId("judge")) byId("judge").value = judge;
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
  let shown = question(location.href);

  /* Which question an address asks, whatever place of the page it leads to. */
  function question(address) {
    return new URL(address).search;
  }

  async function show(address) {
    shown = question(address);
    asking.abort();
    const mine = (asking = new AbortController());
    const results = byId("results");
    results.setAttribute("aria-busy", "true");
    announce(words.busy);
    try {
      takeAnswer(await fetchPage(address, { signal: mine.signal }), new URL(address).searchParams);
    } catch (failure) {
      if (!mine.signal.aborted) location.assign(address);
    } finally {
      if (mine === asking) results.removeAttribute("aria-busy");
    }
  }

  function ask(query) {
    if (Number(query.get("adventure")) === 0) query.delete("adventure");
    ["when", "halfLife", "untried", "owned"].forEach((name) => { if (!query.get(name)) query.delete(name); });
    const address = new URL(`./?${query}`, location.href);
    if (address.href !== location.href) history.pushState(null, "", address);
    closing.forEach((close) => close());
    return show(address);
  }

  function typed() {
    const fields = Array.from(new FormData(form)).filter(([name, value]) => name !== "like" || value.trim());
    const named = fields.filter(([name, value]) => name === "user" && value.trim());
    const others = fields.filter(([name]) => name !== "user");
    return new URLSearchParams([...(named.length ? named : [["user", ""]]), ...others]);
  }

  const isAnswered = () => byId("results").childElementCount > 0;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(typed());
  });

  /* One stands in the place of the other. */
  when.addEventListener("change", () => { halfLife.value = ""; });
  halfLife.addEventListener("change", () => { when.value = ""; });
  [adventure, when, halfLife, untried, owned, versions].forEach((field) => field?.addEventListener("change", () => { if (isAnswered()) ask(typed()); }));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#examples a, #picked a, a.ask, a.look-again");
    if (!link || !segue.isPlain(event)) return;
    event.preventDefault();
    if (link.matches(".look-again")) show(location.href);
    else if (link.matches("#picked a")) leaveOut(link.closest("li"));
    else ask(new URL(link.href).searchParams);
  });

  /* A way within the page, as the one past the menu, is no other question: an answer would take what is being typed. */
  window.addEventListener("popstate", () => { if (question(location.href) !== shown) show(location.href); });

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
    const verdict = button.value;
    const asked = byId("judge");
    const judge = button.form.elements.namedItem("user").value;
    const path = `api/users/${judge}/feedback/songs/${song}`;
    const said = words[verdict].replace("#", () => title);
    try {
      await segue.sendJson("PUT", path, { verdict });
      segue.toast(asked ? words.of.replace("#what", () => said).replace("#who", () => asked.selectedOptions[0].textContent) : said, () => takeBack(path));
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
    const button = event.target.closest("[form=verdicts]");
    if (!button) return;
    event.preventDefault();
    judge(button);
  });

  /* ---- Waiting for an import or a training ---- */

  async function lookAtJob() {
    const focused = byId("status").contains(document.activeElement) || byId("examples").contains(document.activeElement);
    const page = await fetchPage("./");
    const ended = !page.querySelector("[data-working]");
    if (!focused || ended) swap(page, "examples", "status", "facts");
    if (ended) announce(words.ready);
  }

  const waitForJob = segue.follow(lookAtJob, POLL_MILLIS);

  /* ---- Suggestions ---- */

  const closing = [];

  function suggestUsers(field) {
    closing.push(segue.suggestPeople(field, words.users));
  }

  function addListener() {
    const number = listeners.getElementsByClassName("combo").length + 1;
    const field = byId("user").cloneNode();
    ["role", "autofocus", "aria-invalid", "aria-autocomplete", "aria-expanded", "aria-controls", "aria-activedescendant"]
      .forEach((name) => field.removeAttribute(name));
    field.id = `user-${number}`;
    field.value = "";
    field.setAttribute("aria-label", words.another);
    const combo = document.createElement("div");
    combo.className = "combo";
    combo.append(field);
    listeners.append(combo);
    suggestUsers(field);
    return field;
  }

  byId("another").addEventListener("click", () => {
    const blank = Array.from(listeners.getElementsByTagName("input")).find((field) => !field.value.trim());
    (blank || addListener()).focus();
  });

  for (const field of listeners.querySelectorAll(".combo input")) suggestUsers(field);

  segue.suggestions(
    seedSearch,
    "api/songs",
    (item) => [item.title, item.artist],
    words.songs,
    (item) => { seedSearch.value = ""; pick(item); },
  );
})();
