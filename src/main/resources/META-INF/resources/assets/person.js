"use strict";

/* Adds to a person's page: times as the clock here shows them, earlier listens in place, and suggestions of who is the same
   person. */
(() => {
  const { byId } = segue;
  const words = byId("person").dataset;

  /* Sweden writes times as the page does. */
  const here = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" });

  function showTimesHere() {
    for (const time of byId("listens").querySelectorAll("time")) {
      const moment = new Date(time.dateTime);
      if (!isNaN(moment)) time.textContent = here.format(moment);
    }
    byId("utc")?.remove();
  }

  async function showEarlier(link) {
    const page = await segue.fetchPage(link.href);
    const first = byId("listens").childElementCount;
    byId("listens").append(...page.getElementById("listens").children);
    segue.swap(page, "more");
    showTimesHere();
    byId("listens").children[first]?.querySelector("a")?.focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#more a");
    if (!link || !segue.isPlain(event)) return;
    event.preventDefault();
    showEarlier(link).catch(segue.complain);
  });

  showTimesHere();
  if (byId("other")) segue.suggestPeople(byId("other"), words.people);
})();
