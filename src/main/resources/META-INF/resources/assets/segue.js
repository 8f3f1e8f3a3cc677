"use strict";

/* What the pages share. They work without it, and better with it: answers in place, suggestions, work that is followed. */
const segue = (() => {
  const root = document.documentElement.dataset.root;
  const words = document.body.dataset;
  const TYPING_PAUSE_MILLIS = 120;
  const MOST_SUGGESTIONS = 8;
  const TOAST_MILLIS = 8000;

  const byId = (id) => document.getElementById(id);
  const announce = (text) => { byId("announcement").textContent = text; };

  /* ---- Parts of a page fetched anew take the place of the parts shown ---- */

  async function ask(address, options) {
    try {
      return await fetch(address, options);
    } catch (failure) {
      throw options.signal?.aborted ? failure : new Error(words.noAnswer);
    }
  }

  async function fetchPage(address, options) {
    const response = await ask(address, { ...options, headers: { Accept: "text/html" } });
    if (isJson(response)) throw refusal(response, await response.json());
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.getElementById("content")) throw refusal(response);
    if (response.redirected && new URL(response.url).pathname.endsWith("/sign-in")) throw signedOut();
    return page;
  }

  function swap(page, ...ids) {
    for (const id of ids) byId(id).replaceChildren(...page.getElementById(id).cloneNode(true).childNodes);
  }

  /* ---- Calls of the API: what went wrong is said in the service's own words ---- */

  const isJson = (response) => response.headers.get("Content-Type")?.includes("json");

  function refusal({ status, statusText }, answer) {
    if (status === 401) return signedOut();
    return new Error(answer?.detail || answer?.title || `${status} ${statusText}`);
  }

  function signedOut() {
    const failure = new Error(words.signedOut);
    failure.signIn = true;
    return failure;
  }

  async function call(method, path, body, type) {
    const headers = type ? { "Content-Type": type } : {};
    const response = await ask(root + path, { method, headers, body });
    const answer = isJson(response) ? await response.json() : null;
    if (response.ok) return answer;
    throw refusal(response, answer);
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
    link.href = `${root}sign-in?${new URLSearchParams({ to: here() })}`;
    link.textContent = words.signIn;
    byId("toast").append(link);
  }

  /* Address of this page from the root on: Segue may live under a path of a proxy's. */
  const here = () => location.href.slice(new URL(root, location.href).href.length);

  /* ---- Forms that change something go where they go without script. Of the page that answers, the parts that the form names
     are shown; what is wrong stands in the part that describes a field ---- */

  async function submit(form, submitter) {
    if (form.ariaBusy === "true") return;
    const body = new URLSearchParams(new FormData(form));
    if (submitter?.name) body.append(submitter.name, submitter.value);
    /* Buttons are not disabled: the one in use would lose the focus. */
    form.ariaBusy = "true";
    try {
      show(form, await fetchPage(form.action, { method: "POST", body }));
    } catch (failure) {
      complain(failure);
    } finally {
      form.ariaBusy = null;
    }
  }

  function show(form, page) {
    const { gone, then, done, once } = form.dataset;
    const parts = form.dataset.parts.split(" ");
    const before = gone ? form.closest(gone) : null;
    const focused = document.activeElement.id;
    swap(page, ...parts);
    if (focused) byId(focused)?.focus();
    const wrong = markProblems(form);
    if (parts.some(isProblem)) return wrong?.focus();
    if (once !== undefined) form.reset();
    before?.remove();
    waits.forEach((wait) => wait());
    if (then) byId(then).focus();
    if (done) toast(done);
  }

  const isProblem = (id) => Boolean(byId(id)?.matches(".problem:not(:empty)"));

  function markProblems(form) {
    const isWrong = (field) => (field.getAttribute("aria-describedby") || "").split(" ").some(isProblem);
    const fields = Array.from(form.elements);
    for (const field of fields) {
      if (isWrong(field)) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    return fields.find(isWrong);
  }

  document.addEventListener("submit", (event) => {
    const { parts, sure } = event.target.dataset;
    if (event.defaultPrevented || !(parts || sure)) return;
    if (sure && !confirm(sure)) return event.preventDefault();
    if (sure) say(event.target, "sure");
    if (!parts) return;
    event.preventDefault();
    submit(event.target, event.submitter);
  });

  /* Without script the service asks whether somebody is sure. */
  function say(form, name) {
    if (form.elements[name]) return;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = "true";
    form.append(field);
  }

  /* ---- Work under way: looked at every now and then; a connection that is lost is said, and so is that it is back ---- */

  const waits = [];

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

    waits.push(wait);
    wait();
    return wait;
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

  /* paths: of the API, one or several; name: what the list is called; accept takes the item chosen. */
  function suggestions(input, paths, describe, name, accept) {
    const sources = [paths].flat();
    const most = Math.ceil(MOST_SUGGESTIONS / sources.length);
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
      const query = new URLSearchParams({ q: typed, limit: most });
      const found = async (source) => {
        const response = await fetch(`${root}${source}?${query}`, { signal: mine.signal });
        const { items } = response.ok ? await response.json() : { items: [] };
        return items.slice(0, most).map((item) => ({ ...item, source }));
      };
      try {
        const items = (await Promise.all(sources.map(found))).flat();
        if (!mine.signal.aborted) open(items);
      } catch (failure) {
        if (!mine.signal.aborted) close();
      }
    }

    function take(index) {
      const items = shown;
      close();
      accept(items[index], items);
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

  /* A name stands for one listener as long as no other of those that match has it. */
  function suggestPeople(field, name, accept) {
    return suggestions(field, "api/users", (item) => [item.name, item.name === item.id ? "" : item.id], name, (item, items) => {
      field.value = items.some((other) => other !== item && other.name === item.name) ? item.id : item.name;
      accept?.(item);
    });
  }

  /* ---- The menu of who is signed in closes when somebody goes on elsewhere ---- */

  const menu = document.querySelector(".who");
  document.addEventListener("click", (event) => { if (menu?.open && !menu.contains(event.target)) menu.open = false; });
  menu?.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
  menu?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  /* A click that asks for this page, and not for a new tab or window. */
  const isPlain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  return { root, byId, announce, fetchPage, swap, refusal, markProblems, call, sendJson, toast, complain, follow, suggestions, suggestPeople, isPlain };
})();
