"use strict";

/* Adds to the start page: what runs is followed, the mirror is asked without a click, and the address is the browser's own. */
(() => {
  const { byId, swap } = segue;
  const POLL_MILLIS = 2000;

  const own = new URL(segue.root, location.href).href.replace(/\/$/, "");
  for (const code of document.querySelectorAll("[data-own]")) code.textContent = code.dataset.own.replace("#", () => own);

  segue.follow(async () => swap(await segue.fetchPage(`${segue.root}start`), "jobs", "ready"), POLL_MILLIS);

  /* What is left where the mirror is out of reach is the way without script. */
  const offer = byId("offer");
  async function ask() {
    const way = Array.from(offer.childNodes);
    offer.textContent = offer.dataset.asking;
    try {
      swap(await segue.fetchPage(`${segue.root}start?offer=true`), "offer");
    } catch (failure) {
      offer.replaceChildren(...way);
    }
  }
  if (offer && "look" in offer.dataset) ask();
})();
