"use strict";

/* Suggests listeners, artists and songs; the one that is chosen opens. */
(() => {
  const field = segue.byId("q");
  const words = field.dataset;
  const pages = { "api/users": "people", "api/artists": "artists", "api/songs": "songs" };
  const kinds = { "api/users": words.listener, "api/artists": words.artist, "api/songs": words.song };

  segue.suggestions(
    field,
    Object.keys(pages),
    (item) => [item.name ?? item.title, item.artist || kinds[item.source]],
    words.suggestions,
    (item) => { location.href = `${segue.root}${pages[item.source]}/${encodeURIComponent(item.id)}`; },
  );
})();
