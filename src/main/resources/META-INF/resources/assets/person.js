"use strict";

/* Adds to a person's page: times as the clock here shows them, earlier listens in place, and suggestions of who is the same
   person. */
(() => {
  const { byId } = segue;
  const words = byId("person").dataset;

  /* As the page writes times: the day before the month, in English too. */
  const language = document.documentElement.lang;
  const here = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });

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
