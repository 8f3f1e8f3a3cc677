"use strict";

/* Rows of songs work without this file. It takes feedback in place: the row stays, shows what was said and undoes it, and the focus stays
   in it. It closes menus, too. */
(() => {
  const { byId, announce } = segue;
  const WANTED = "segue.wanted";

  /* ---- Feedback ---- */

  async function give(button) {
    const isUndone = button.getAttribute("aria-pressed") === "true";
    const row = button.closest(".song");
    if (await save(row, isUndone ? "" : button.dataset.verdict)) close(button.closest("details"));
  }

  async function save(row, verdict) {
    const user = byId("verdicts").elements.namedItem("user").value;
    const path = `api/users/${encodeURIComponent(user)}/feedback/songs/${encodeURIComponent(row.dataset.song)}`;
    try {
      if (verdict) await segue.sendJson("PUT", path, { verdict });
      else await segue.call("DELETE", path);
      show(row, verdict);
      return true;
    } catch (failure) {
      segue.complain(failure);
      return false;
    }
  }

  function show(row, verdict) {
    for (const button of row.querySelectorAll("[data-verdict]")) {
      const isPressed = button.dataset.verdict === verdict;
      button.setAttribute("aria-pressed", String(isPressed));
      button.value = isPressed ? "none" : button.dataset.verdict;
    }
    row.querySelector(".said")?.remove();
    row.classList.toggle("judged", Boolean(verdict));
    const text = words(verdict || "undone", row.dataset.title);
    if (verdict) row.querySelector(".what").append(undoLine(row, verdict, text));
    announce(text);
  }

  function words(said, title) {
    const { dataset, elements } = byId("verdicts");
    const text = dataset[said].replace("#", () => title);
    const who = byId("judge")?.selectedOptions[0].textContent;
    return who && elements ? dataset.of.replace("#what", () => text).replace("#who", () => who) : text;
  }

  function undoLine(row, verdict, text) {
    const line = document.createElement("p");
    line.className = "said";
    const said = document.createElement("span");
    said.textContent = text;
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "text undo";
    undo.textContent = document.body.dataset.undo;
    undo.addEventListener("click", async () => { if (await save(row, "")) giverOf(row, verdict).focus(); });
    line.append(said, " ", undo);
    return line;
  }

  /* The button that gives it; in a menu, what opens the menu. */
  function giverOf(row, verdict) {
    const button = row.querySelector(`[data-verdict="${verdict}"]`);
    return button.closest("details")?.querySelector("summary") || button;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".song [data-verdict]");
    if (!button) return;
    if (button.matches("a")) return remember(button);
    event.preventDefault();
    give(button);
  });

  /* ---- What somebody wanted to say before signing in is said after it ---- */

  function remember(link) {
    const { song } = link.closest(".song").dataset;
    sessionStorage.setItem(WANTED, JSON.stringify({ song, verdict: link.dataset.verdict }));
  }

  function sayWhatWasWanted() {
    const wanted = JSON.parse(sessionStorage.getItem(WANTED) || "null");
    if (!wanted || !byId("verdicts")) return;
    const row = Array.from(document.querySelectorAll(".song")).find((one) => one.dataset.song === wanted.song);
    const button = row?.querySelector(`button[data-verdict="${wanted.verdict}"]`);
    if (!button) return;
    sessionStorage.removeItem(WANTED);
    byId("wanted")?.remove();
    give(button);
    giverOf(row, wanted.verdict).focus();
  }

  if (document.querySelector(".song button[data-verdict]")) sayWhatWasWanted();

  /* ---- Menus ---- */

  function close(menu) {
    if (!menu?.open) return;
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector("summary").focus();
  }

  const openMenus = () => Array.from(document.querySelectorAll("details.menu[open]"));

  document.addEventListener("click", (event) => {
    openMenus().filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") openMenus().forEach(close);
  });

  document.addEventListener("focusin", (event) => {
    openMenus().filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; });
  });
})();
