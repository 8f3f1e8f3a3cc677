"use strict";

/* Adds to a person's page: earlier listens in place, and suggestions of who is the same person. */
(() => {
  const { byId } = segue;
  const words = byId("person").dataset;

  async function showEarlier(link) {
    const page = await segue.fetchPage(link.href);
    const first = byId("listens").childElementCount;
    byId("listens").append(...page.getElementById("listens").children);
    segue.swap(page, "more");
    byId("listens").children[first]?.querySelector("a")?.focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#more a");
    if (!link || !segue.isPlain(event)) return;
    event.preventDefault();
    showEarlier(link).catch(segue.complain);
  });

  if (byId("other")) segue.suggestPeople(byId("other"), words.people);
})();
