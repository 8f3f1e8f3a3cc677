"use strict";

/* The page works without this file. It adds suggestions while typing, answers in place, and waits for running jobs. */
(() => {
  const form = document.getElementById("ask");
  if (!form) return;
  const user = form.elements.namedItem("user");
  const count = form.elements.namedItem("n");
  const words = form.dataset;
  const POLL_MILLIS = 3000;
  const TYPING_PAUSE_MILLIS = 120;
  const MOST_SUGGESTIONS = 8;

  const byId = (id) => document.getElementById(id);
  const announce = (text) => { byId("announcement").textContent = text; };

  /* ---- Parts of a page fetched anew take the place of the parts shown ---- */

  async function fetchPage(address, signal) {
    const response = await fetch(address, { headers: { Accept: "text/html" }, signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.getElementById("results")) throw new Error(`no page at ${address}: ${response.status}`);
    return page;
  }

  function swap(page, ...ids) {
    for (const id of ids) byId(id).replaceChildren(...page.getElementById(id).cloneNode(true).childNodes);
  }

  function takeField(page, field) {
    const fresh = page.getElementById(field.id);
    field.value = fresh.value;
    field.toggleAttribute("aria-invalid", false);
    if (fresh.hasAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true");
    swap(page, `${field.id}-problem`);
  }

  function takeAnswer(page) {
    document.title = page.title;
    takeField(page, user);
    takeField(page, count);
    swap(page, "examples", "status", "results", "facts");
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
    const address = new URL(`./?${query}`, location.href);
    if (address.href !== location.href) history.pushState(null, "", address);
    closeSuggestions();
    return show(address);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(new URLSearchParams(new FormData(form)));
  });

  document.addEventListener("click", (event) => {
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    const link = event.target.closest("#examples a, a.look-again");
    if (!link || !plain) return;
    event.preventDefault();
    if (link.matches(".look-again")) show(location.href);
    else ask(new URL(link.href).searchParams);
  });

  window.addEventListener("popstate", () => show(location.href));

  /* ---- Waiting for an import or a training ---- */

  let poll = 0;

  function waitForJob() {
    clearTimeout(poll);
    if (document.querySelector("[data-working]")) poll = setTimeout(lookAtJob, POLL_MILLIS);
  }

  async function lookAtJob() {
    if (!document.hidden) {
      const focused = document.activeElement.matches(".look-again, #examples a");
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

  /* ---- Suggestions: a combobox with a list (ARIA Authoring Practices) ---- */

  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.suggestions);
  user.after(list);
  user.setAttribute("role", "combobox");
  user.setAttribute("aria-autocomplete", "list");
  user.setAttribute("aria-expanded", "false");
  user.setAttribute("aria-controls", list.id);

  let typing = 0;
  let suggesting = new AbortController();
  let chosen = -1;

  function closeSuggestions() {
    clearTimeout(typing);
    suggesting.abort();
    list.hidden = true;
    list.replaceChildren();
    choose(-1);
    user.setAttribute("aria-expanded", "false");
  }

  function choose(index) {
    chosen = index;
    Array.from(list.children).forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = list.children[index];
    if (!option) return user.removeAttribute("aria-activedescendant");
    user.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function option(item, index) {
    const element = document.createElement("li");
    element.id = `suggestion-${index}`;
    element.setAttribute("role", "option");
    element.dataset.user = item.id;
    element.append(part("name", item.name || item.id));
    if (item.name && item.name !== item.id) element.append(part("also", item.id));
    return element;
  }

  function part(name, text) {
    const element = document.createElement("bdi");
    element.className = name;
    element.textContent = text;
    return element;
  }

  function openSuggestions(items) {
    list.replaceChildren(...items.map(option));
    choose(-1);
    list.hidden = items.length === 0;
    user.setAttribute("aria-expanded", String(items.length > 0));
    if (items.length === 0) announce(words.suggestionsNone);
    else if (items.length === 1) announce(words.suggestionsOne);
    else announce(words.suggestionsMany.replace("#", items.length));
  }

  async function suggest() {
    const typed = user.value.trim();
    suggesting.abort();
    if (!typed) return closeSuggestions();
    const mine = (suggesting = new AbortController());
    const query = new URLSearchParams({ q: typed, limit: MOST_SUGGESTIONS });
    try {
      const response = await fetch(`api/users?${query}`, { signal: mine.signal });
      if (!response.ok) return closeSuggestions();
      const { items } = await response.json();
      if (!mine.signal.aborted) openSuggestions(items.slice(0, MOST_SUGGESTIONS));
    } catch (failure) {
      if (!mine.signal.aborted) closeSuggestions();
    }
  }

  function accept(element) {
    user.value = element.dataset.user;
    closeSuggestions();
    user.focus();
  }

  user.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(suggest, TYPING_PAUSE_MILLIS);
  });

  user.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const size = list.children.length;
    const open = !list.hidden;
    if (event.key === "ArrowDown" && !open) suggest();
    else if (!open) return;
    else if (event.key === "ArrowDown") choose((chosen + 1) % size);
    else if (event.key === "ArrowUp") choose(chosen <= 0 ? size - 1 : chosen - 1);
    else if (event.key === "Escape") closeSuggestions();
    else if (event.key === "Enter" && chosen >= 0) accept(list.children[chosen]);
    else return;
    event.preventDefault();
  });

  user.addEventListener("blur", closeSuggestions);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const element = event.target.closest("[role=option]");
    if (element) accept(element);
  });

  waitForJob();
})();
