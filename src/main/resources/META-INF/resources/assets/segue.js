"use strict";

/* What the pages share. They can be read without it; what changes something needs it. */
const segue = (() => {
  const root = document.documentElement.dataset.root;
  const words = document.body.dataset;
  const TYPING_PAUSE_MILLIS = 120;
  const MOST_SUGGESTIONS = 8;
  const TOAST_MILLIS = 8000;

  const byId = (id) => document.getElementById(id);
  const announce = (text) => { byId("announcement").textContent = text; };

  /* ---- Parts of a page fetched anew take the place of the parts shown ---- */

  async function fetchPage(address, signal) {
    const response = await fetch(address, { headers: { Accept: "text/html" }, signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.getElementById("content")) throw new Error(`no page at ${address}: ${response.status}`);
    return page;
  }

  function swap(page, ...ids) {
    for (const id of ids) byId(id).replaceChildren(...page.getElementById(id).cloneNode(true).childNodes);
  }

  /* ---- Calls of the API: what went wrong is said in the service's own words ---- */

  async function call(method, path, body, type) {
    const headers = type ? { "Content-Type": type } : {};
    let response;
    try {
      response = await fetch(root + path, { method, headers, body });
    } catch (failure) {
      throw new Error(words.noAnswer);
    }
    const answer = response.headers.get("Content-Type")?.includes("json") ? await response.json() : null;
    if (response.ok) return answer;
    const failure = new Error(answer?.detail || answer?.title || `${response.status} ${response.statusText}`);
    failure.signIn = response.status === 401;
    throw failure;
  }

  const sendJson = (method, path, value) => call(method, path, JSON.stringify(value), "application/json");

  /* ---- A line at the foot of the page, with a way back ---- */

  let toasting = 0;

  function toast(text, undo) {
    const element = byId("toast");
    clearTimeout(toasting);
    element.replaceChildren(document.createTextNode(text));
    if (undo) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words.undo;
      button.addEventListener("click", () => { element.hidden = true; undo(); }, { once: true });
      element.append(button);
    }
    element.hidden = false;
    toasting = setTimeout(() => { element.hidden = true; }, TOAST_MILLIS);
  }

  function complain(failure) {
    toast(words.notDone.replace("#", failure.message));
    if (!failure.signIn) return;
    const link = document.createElement("a");
    link.href = `${root}sign-in`;
    link.textContent = words.signIn;
    byId("toast").append(link);
  }

  /* ---- Work under way: looked at every now and then; a connection that is lost is said, and so is that it is back ---- */

  function follow(look, everyMillis) {
    let waiting = 0;

    function wait() {
      clearTimeout(waiting);
      if (document.querySelector("[data-working]") || !byId("connection").hidden) waiting = setTimeout(() => (document.hidden ? wait() : again()), everyMillis);
    }

    async function again() {
      clearTimeout(waiting);
      try {
        await look();
        connected(true);
      } catch (failure) {
        connected(false);
      }
      wait();
    }

    wait();
    return { again, wait };
  }

  function connected(isConnected) {
    const line = byId("connection");
    if (line.hidden === isConnected) return;
    line.hidden = isConnected;
    line.textContent = isConnected ? "" : words.lost;
    if (isConnected) toast(words.back);
  }

  /* ---- Suggestions: a combobox with a list (ARIA Authoring Practices) ---- */

  function part(name, text) {
    const element = document.createElement("bdi");
    element.className = name;
    element.textContent = text;
    return element;
  }

  /* name: what the list is called; accept takes the item chosen. */
  function suggestions(input, path, describe, name, accept) {
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = `${input.id}-suggestions`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", name);
    input.after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);

    let typing = 0;
    let suggesting = new AbortController();
    let chosen = -1;
    let shown = [];

    function close() {
      clearTimeout(typing);
      suggesting.abort();
      list.hidden = true;
      list.replaceChildren();
      choose(-1);
      input.setAttribute("aria-expanded", "false");
    }

    function choose(index) {
      chosen = index;
      Array.from(list.children).forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
      const option = list.children[index];
      if (!option) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    function option(item, index) {
      const [name, also] = describe(item);
      const element = document.createElement("li");
      element.id = `${input.id}-suggestion-${index}`;
      element.setAttribute("role", "option");
      element.append(part("name", name));
      if (also) element.append(part("also", also));
      return element;
    }

    function open(items) {
      shown = items;
      list.replaceChildren(...items.map(option));
      choose(-1);
      list.hidden = items.length === 0;
      input.setAttribute("aria-expanded", String(items.length > 0));
      if (items.length === 0) announce(words.matchNone);
      else if (items.length === 1) announce(words.matchOne);
      else announce(words.matchMany.replace("#", items.length));
    }

    async function suggest() {
      const typed = input.value.trim();
      suggesting.abort();
      if (!typed) return close();
      const mine = (suggesting = new AbortController());
      const query = new URLSearchParams({ q: typed, limit: MOST_SUGGESTIONS });
      try {
        const response = await fetch(`${root}${path}?${query}`, { signal: mine.signal });
        if (!response.ok) return close();
        const { items } = await response.json();
        if (!mine.signal.aborted) open(items.slice(0, MOST_SUGGESTIONS));
      } catch (failure) {
        if (!mine.signal.aborted) close();
      }
    }

    function take(index) {
      const item = shown[index];
      close();
      accept(item);
      input.focus();
    }

    input.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(suggest, TYPING_PAUSE_MILLIS);
    });

    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const size = list.children.length;
      const isOpen = !list.hidden;
      if (event.key === "ArrowDown" && !isOpen) suggest();
      else if (!isOpen) return;
      else if (event.key === "ArrowDown") choose((chosen + 1) % size);
      else if (event.key === "ArrowUp") choose(chosen <= 0 ? size - 1 : chosen - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && chosen >= 0) take(chosen);
      else return;
      event.preventDefault();
    });

    input.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const element = event.target.closest("[role=option]");
      if (element) take(Array.from(list.children).indexOf(element));
    });

    /* Somebody may have typed before this script had come. */
    if (document.activeElement === input && input.value !== input.defaultValue) suggest();

    return close;
  }

  return { root, byId, announce, fetchPage, swap, call, sendJson, toast, complain, follow, suggestions };
})();
