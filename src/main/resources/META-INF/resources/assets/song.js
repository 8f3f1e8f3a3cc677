"use strict";

/* Suggests songs that a way may lead to, and whose verdict it is. */
(() => {
  const { byId } = segue;
  const to = byId("to");
  if (to) {
    segue.suggestions(
      to,
      "api/songs",
      (item) => [item.title, item.artist],
      to.form.dataset.songs,
      (item) => {
        to.value = item.id;
        to.form.submit();
      },
    );
  }

  const judge = byId("judge");
  if (judge) segue.suggestPeople(judge, judge.dataset.people);
})();
