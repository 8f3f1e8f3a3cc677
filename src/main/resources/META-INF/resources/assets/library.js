"use strict";

/* Adds to the pages of libraries: syncs are followed, and a token can be copied. */
(() => {
  const { byId, swap } = segue;
  const POLL_MILLIS = 2000;
  const PARTS = ["libraries", "sync", "songs", "lists", "found"].filter(byId);

  /* What somebody is at work in stays as it is. */
  async function take() {
    const open = byId("unmatched")?.open;
    const page = await segue.fetchPage(location.href);
    swap(page, ...PARTS.filter((id) => !byId(id).contains(document.activeElement) || document.activeElement === byId(id)));
    if (open) byId("unmatched")?.setAttribute("open", "");
  }

  segue.follow(take, POLL_MILLIS);

  /* Without TLS browsers have no clipboard, but they can copy what is selected. */
  async function copy() {
    const secret = byId("secret");
    secret.select();
    if (navigator.clipboard) await navigator.clipboard.writeText(secret.value);
    else if (!document.execCommand("copy")) throw new Error("not copied");
  }

  byId("made")?.addEventListener("click", (event) => {
    if (event.target.id === "copy") copy().then(() => segue.toast(byId("made").dataset.copied), segue.complain);
  });
})();
