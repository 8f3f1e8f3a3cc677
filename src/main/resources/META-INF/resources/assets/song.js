"use strict";

/* Chooses the song that a way leads to. */
(() => {
  const form = segue.byId("way-form");
  if (!form) return;
  const words = form.dataset;
  segue.suggestions(
    segue.byId("to-search"),
    "api/songs",
    (item) => [item.title, item.artist],
    words.songs,
    (item) => {
      segue.byId("to").value = item.id;
      form.submit();
    },
  );
})();
