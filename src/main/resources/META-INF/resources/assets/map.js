"use strict";

/* The map's page: whose songs are on it, what is looked for, the card of a song, paths; and the same as a list. */
(async () => {
  const { byId } = segue;
  const LIMIT = 1000;
  const RECOMMENDED = 20;
  const LISTED = 30;
  const room = byId("map-room");
  if (!room) return;
  const words = room.dataset;
  const number = (value) => value.toLocaleString(document.documentElement.lang);
  const say = (text, value) => text.replace("#", value);
  const address = (song) => `${segue.root}songs/${encodeURIComponent(song.song)}`;
  const asked = { user: words.user, owned: words.owned, from: words.from, to: words.to };
  const card = byId("map-card");
  let map = { items: [], clusters: [], recommended: [], path: [] };
  let chosen = null;

  const view = mapView({
    canvas: byId("map"),
    names: byId("map-names"),
    covers: [byId("map-zoom"), card],
    chosen: show,
    opened: (song) => location.assign(address(song)),
  });

  function element(name, className, ...content) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...content);
    return made;
  }

  function link(song) {
    const made = element("a", "", song.artist ? `${song.title} – ${song.artist}` : song.title);
    made.href = address(song);
    return made;
  }

  function button(text, act) {
    const made = element("button", "text", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  /* ---- The card of the song that was chosen ---- */

  function tags(song) {
    const found = [];
    if (song.heard) found.push(words.mine);
    if (map.recommended.includes(song.song)) found.push(words.suggested);
    if (map.path.includes(song.song)) found.push(words.onPath);
    if (song.owned === true) found.push(words.isOwned);
    return found.map((text) => element("span", "tag", text));
  }

  function show(song, at) {
    chosen = song;
    card.hidden = !song;
    if (!song) return;
    const facts = element("p", "facts", element("span", "", say(words.listeners, number(song.listeners))), ...tags(song));
    byId("map-card-text").replaceChildren(element("p", "", link(song)), facts, element("p", "facts", ...pathActions(song)));
    card.classList.toggle("at-top", at[1] > byId("map").clientHeight / 2);
  }

  function pathActions(song) {
    if (asked.from && !asked.to && asked.from !== song.song) return [button(words.pathTo, () => ask({ to: song.song }))];
    if (asked.from === song.song && !asked.to) return [words.pathNext];
    return [button(words.pathFrom, () => {
      Object.assign(asked, { from: song.song, to: "" });
      show(song, [0, 0]);
    })];
  }

  byId("map-close").addEventListener("click", () => {
    view.select(null);
    byId("map").focus();
  });

  /* ---- What is marked ---- */

  function legend() {
    const whose = asked.user && map.model;
    const heard = map.items.filter((song) => song.heard).length;
    const lines = [
      whose && ["mark-mine", say(words.heard, number(heard))],
      whose && map.unplaced > 0 && ["", say(words.unplaced, number(map.unplaced))],
      map.recommended.length > 0 && ["mark-suggested", say(words.recommended, number(map.recommended.length))],
      map.path.length > 0 && ["mark-path", say(words.path, number(map.path.length)), " ", button(words.pathOff, () => ask({ from: "", to: "" }))],
      asked.from && asked.to && map.path.length === 0 && ["", map.warnings.join(" ")],
    ];
    byId("map-legend").replaceChildren(...lines.filter(Boolean).map(([mark, ...content]) => element("li", mark, ...content)));
  }

  /* ---- Looking for a song ---- */

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const search = byId("map-search");
  let found = [];
  let place = 0;

  function seek() {
    const sought = plain(search.value.trim());
    const matches = (song) => plain(`${song.title} ${song.artist}`).includes(sought);
    found = sought ? map.items.filter(matches) : [];
    place = 0;
    view.seek(sought ? matches : null);
    if (!sought) byId("map-found").replaceChildren();
    else if (found.length === 0) missing(search.value.trim());
    else arrive();
  }

  function missing(typed) {
    const elsewhere = element("a", "", words.searchAll);
    elsewhere.href = `${segue.root}search?${new URLSearchParams({ q: typed })}`;
    byId("map-found").replaceChildren(`${say(words.noMatch, typed)} `, elsewhere);
    view.select(null);
  }

  function arrive() {
    const song = found[place];
    byId("map-found").textContent = `${say(words.matches, `${number(place + 1)}/${number(found.length)}`)}: ${link(song).textContent}`;
    view.approach(song);
  }

  let typing = 0;
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(seek, 150);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || found.length === 0) return;
    event.preventDefault();
    place = (place + 1) % found.length;
    arrive();
  });

  /* ---- The same as a list: a listener's own songs first ---- */

  function list(cluster) {
    const inside = map.items.filter((song) => song.cluster === cluster.cluster);
    const rank = (song) => tags(song).length > 0 ? 0 : 1;
    const shown = inside.sort((a, b) => rank(a) - rank(b)).slice(0, LISTED);
    const items = shown.map((song) => element("li", "", link(song), " ", ...tags(song)));
    if (inside.length > shown.length) items.push(element("li", "album", say(words.more, number(inside.length - shown.length))));
    const details = element("details", "card", element("summary", "", cluster.label), element("ul", "", ...items));
    return details;
  }

  /* ---- Questions: in the address too, so that a map can be shared ---- */

  function query() {
    return new URLSearchParams(Object.entries(asked).filter(([name, value]) => value || (name === "user" && words.own)));
  }

  async function load() {
    const wanted = query();
    if (!asked.user) wanted.delete("user");
    if (!(asked.from && asked.to)) ["from", "to"].forEach((end) => wanted.delete(end));
    wanted.set("limit", LIMIT);
    if (asked.user) wanted.set("recommendations", RECOMMENDED);
    map = await segue.call("GET", `api/map?${wanted}`);
    view.show(map);
    byId("map-list").replaceChildren(...map.clusters.map(list));
    legend();
  }

  async function ask(changes) {
    Object.assign(asked, changes);
    try {
      await load();
      const text = String(query());
      history.replaceState(null, "", text ? `?${text}` : location.pathname);
      view.draw();
      show(null);
      view.select(chosen);
    } catch (failure) {
      segue.complain(failure);
    }
  }

  /* Who is meant by a name that was typed and not chosen; of the name of several the page says so. */
  async function called(typed) {
    const page = await segue.fetchPage(`map?${new URLSearchParams({ user: typed })}`);
    segue.swap(page, "map-user-problem");
    return page.getElementById("map-room").dataset.user;
  }

  const user = byId("map-user");
  segue.suggestPeople(user, words.people, (item) => ask({ user: item.id }));
  user.addEventListener("change", () => called(user.value.trim()).then((id) => ask({ user: id }), segue.complain));
  byId("map-owned")?.addEventListener("change", (event) => ask({ owned: event.target.value }));
  byId("zoom-in").addEventListener("click", () => view.zoom(1.4));
  byId("zoom-out").addEventListener("click", () => view.zoom(1 / 1.4));
  byId("zoom-reset").addEventListener("click", view.reset);

  try {
    await load();
    view.fit();
    view.draw();
  } catch (failure) {
    segue.complain(failure);
  }
})();
