"use strict";

/* Follows trainings. */
(() => {
  const { byId, swap } = segue;
  const POLL_MILLIS = 2000;

  async function take() {
    const page = await segue.fetchPage(location.href);
    const isOpen = document.querySelector("#jobs details")?.open;
    swap(page, "jobs");
    const details = document.querySelector("#jobs details");
    if (details && isOpen !== undefined) details.open = isOpen;
    if (!byId("kept-models").contains(document.activeElement)) swap(page, "kept-models");
    swap(page, "past-trainings");
  }

  segue.follow(take, POLL_MILLIS);
})();
