"use strict";

/* Draws the map: songs as points, groups named by their artists; the same as a list below, for keyboards and ears. */
(async () => {
  const { byId } = segue;
  const LIMIT = 1000;
  const FAINT = 0.2;
  const REACH = 14;
  const canvas = byId("map");
  const room = byId("map-room");
  const words = room.dataset;
  const context = canvas.getContext("2d");
  const view = { x: 0, y: 0, scale: 1 };
  let songs = [];
  let clusters = [];
  let sought = "";
  let hovered = null;

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /* ---- Places: the map's middle is at 0, and nothing is beyond 2 ---- */

  const unit = () => Math.min(canvas.clientWidth, canvas.clientHeight) / 2.6;
  const toScreen = (place) => [
    canvas.clientWidth / 2 + (place.x - view.x) * unit() * view.scale,
    canvas.clientHeight / 2 + (place.y - view.y) * unit() * view.scale,
  ];

  function fit() {
    const reach = songs.reduce((most, song) => Math.max(most, Math.abs(song.x), Math.abs(song.y)), 0.1);
    view.scale = 1.2 / reach;
  }

  /* ---- Drawing ---- */

  const matches = (song) => sought && `${song.title} ${song.artist}`.toLowerCase().includes(sought);
  const isFaint = (song) => (sought && !matches(song)) || song.heard === false;
  const shade = (cluster) => `hsl(${(cluster * 137.5) % 360} 55% ${matchMedia("(prefers-color-scheme: dark)").matches ? 68 : 42}%)`;

  function draw() {
    const ratio = devicePixelRatio || 1;
    canvas.width = canvas.clientWidth * ratio;
    canvas.height = canvas.clientHeight * ratio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
    for (const song of songs) if (isFaint(song)) dot(song, FAINT);
    for (const song of songs) if (!isFaint(song)) dot(song, 0.8);
    if (hovered) point(hovered, 8, color("--ink"), 1);
    const named = [];
    for (const cluster of clusters) name(cluster, named);
  }

  const dot = (song, alpha) => point(song, 2 + Math.sqrt(song.listeners) / 6, shade(song.cluster), alpha);

  function point(song, radius, fill, alpha) {
    const [x, y] = toScreen(song);
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    context.beginPath();
    context.arc(x, y, Math.min(radius, 7) * Math.sqrt(Math.max(1, view.scale) / 1.2), 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
  }

  /* The largest groups come first; a name that would lie on another one waits until there is room. */
  function name(cluster, named) {
    const [place, y] = toScreen(cluster);
    context.font = "600 13px system-ui, sans-serif";
    const half = context.measureText(cluster.label).width / 2 + 6;
    const isInside = place > 0 && place < canvas.clientWidth;
    const x = isInside ? Math.max(half, Math.min(canvas.clientWidth - half, place)) : place;
    if (named.some((other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < 20)) return;
    named.push({ x, y, half });
    context.textAlign = "center";
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeStyle = color("--surface");
    context.strokeText(cluster.label, x, y);
    context.fillStyle = color("--ink");
    context.fillText(cluster.label, x, y);
  }

  /* ---- Zooming and panning, by wheel, by pointer, by fingers, by keys ---- */

  function zoom(factor, at) {
    const [px, py] = at || [canvas.clientWidth / 2, canvas.clientHeight / 2];
    const dx = (px - canvas.clientWidth / 2) / unit();
    const dy = (py - canvas.clientHeight / 2) / unit();
    const scale = Math.max(0.4, Math.min(40, view.scale * factor));
    view.x += dx / view.scale - dx / scale;
    view.y += dy / view.scale - dy / scale;
    view.scale = scale;
    draw();
  }

  function pan(dx, dy) {
    view.x -= dx / unit() / view.scale;
    view.y -= dy / unit() / view.scale;
    draw();
  }

  const pointers = new Map();
  let moved = 0;

  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, [event.offsetX, event.offsetY]);
  }, { passive: false });

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
    moved = 0;
  });

  canvas.addEventListener("pointermove", (event) => {
    const now = [event.offsetX, event.offsetY];
    const before = pointers.get(event.pointerId);
    if (!before) return hover(now);
    moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (pointers.size === 2) {
      const other = Array.from(pointers.entries()).find(([id]) => id !== event.pointerId)[1];
      const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) || 1;
      zoom(apart(now, other) / apart(before, other), other);
    } else {
      pan(now[0] - before[0], now[1] - before[1]);
    }
    pointers.set(event.pointerId, now);
  });

  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, (event) => {
      pointers.delete(event.pointerId);
      if (end === "pointerup" && moved < 5) {
        hover([event.offsetX, event.offsetY]);
        if (hovered && event.pointerType === "mouse") location.assign(`${segue.root}songs/${hovered.song}`);
      }
    });
  }

  canvas.addEventListener("keydown", (event) => {
    const step = 40;
    const keys = {
      ArrowLeft: () => pan(step, 0),
      ArrowRight: () => pan(-step, 0),
      ArrowUp: () => pan(0, step),
      ArrowDown: () => pan(0, -step),
      "+": () => zoom(1.2),
      "-": () => zoom(1 / 1.2),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  function hover([px, py]) {
    let nearest = null;
    let least = REACH;
    for (const song of songs) {
      const [x, y] = toScreen(song);
      const distance = Math.hypot(x - px, y - py);
      if (distance < least) {
        least = distance;
        nearest = song;
      }
    }
    if (nearest === hovered) return;
    hovered = nearest;
    canvas.style.cursor = hovered ? "pointer" : "";
    if (hovered) tell(hovered);
    draw();
  }

  function tell(song) {
    const link = document.createElement("a");
    link.href = `${segue.root}songs/${song.song}`;
    link.textContent = song.artist ? `${song.title} – ${song.artist}` : song.title;
    byId("map-tip").replaceChildren(link, document.createTextNode(` · ${words.listeners.replace("#", song.listeners)}`));
  }

  /* ---- The same as a list ---- */

  function tag(text) {
    const made = document.createElement("span");
    made.className = "tag";
    made.textContent = text;
    return made;
  }

  function list(cluster) {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = cluster.label;
    const items = document.createElement("ul");
    items.append(...songs.filter((song) => song.cluster === cluster.cluster).slice(0, 30).map((song) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${segue.root}songs/${song.song}`;
      link.textContent = song.artist ? `${song.title} – ${song.artist}` : song.title;
      item.append(link);
      if (song.heard) item.append(" ", tag(words.mine));
      return item;
    }));
    details.className = "card";
    details.append(summary, items);
    return details;
  }

  /* ---- Start ---- */

  byId("zoom-in").addEventListener("click", () => zoom(1.4));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("map-search").addEventListener("input", (event) => {
    sought = event.target.value.trim().toLowerCase();
    const first = songs.find(matches);
    if (first) tell(first);
    draw();
  });
  addEventListener("resize", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  /* ---- Whose songs: in the address too, so that it can be shared ---- */

  const user = byId("map-user");
  let whose = words.user;

  async function load() {
    const query = new URLSearchParams({ limit: LIMIT });
    if (whose) query.set("user", whose);
    const map = await segue.call("GET", `api/map?${query}`);
    songs = map.items;
    clusters = map.clusters;
    hovered = null;
    byId("map-list").replaceChildren(...clusters.map(list));
    const heard = songs.filter((song) => song.heard).length;
    byId("map-heard").textContent = query.has("user") ? words.heard.replace("#", heard) : "";
  }

  /* Who is meant by a name that was typed and not chosen; of the name of several the page says so. */
  async function called(typed) {
    const page = await segue.fetchPage(`map?${new URLSearchParams({ user: typed })}`);
    segue.swap(page, "map-user-problem");
    return page.getElementById("map-room").dataset.user;
  }

  async function choose(id) {
    whose = id;
    try {
      await load();
      history.replaceState(null, "", id ? `?${new URLSearchParams({ user: id })}` : location.pathname);
      draw();
    } catch (failure) {
      segue.complain(failure);
    }
  }

  segue.suggestPeople(user, words.people, (item) => choose(item.id));
  user.addEventListener("change", () => called(user.value.trim()).then(choose, segue.complain));

  try {
    await load();
    if (songs.length === 0) byId("map-tip").textContent = words.warning;
    fit();
    draw();
  } catch (failure) {
    segue.complain(failure);
  }
})();
