"use strict";

/* Adds to the page of tokens: suggestions, copying, and the address by which this browser has found Segue. */
(() => {
  const { byId } = segue;

  /* What a browser has found is right behind any proxy. */
  const own = new URL(segue.root, location.href).href.replace(/\/$/, "");
  for (const code of document.querySelectorAll("[data-own]")) code.textContent = code.dataset.own.replace("#", () => own);

  segue.suggestPeople(byId("token-user"), byId("token-form").dataset.people);

  /* Without TLS browsers have no clipboard, but they can copy what is selected. */
  async function copy() {
    const secret = byId("secret");
    secret.select();
    if (navigator.clipboard) await navigator.clipboard.writeText(secret.value);
    else if (!document.execCommand("copy")) throw new Error("not copied");
  }

  byId("made").addEventListener("click", (event) => {
    if (event.target.id === "copy") copy().then(() => segue.toast(byId("made").dataset.copied), segue.complain);
  });
})();
