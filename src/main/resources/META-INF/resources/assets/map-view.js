"use strict";

/*
 * Draws songs as points with the names of their clusters, and moves over them: by Ctrl and the wheel, by mouse, by two fingers, by
 * keys and by buttons. The wheel alone and one finger scroll the page. chosen is told of the song that somebody chose, or of null;
 * opened of the one that somebody opens.
 */
function mapView({ canvas, names, covers, chosen, opened }) {
  const FAINT = 0.22;
  const REACH = 16;
  const CELL = 5;
  const NEAREST = 0.4;
  const FARTHEST = 60;
  const context = canvas.getContext("2d");
  const view = { x: 0, y: 0, scale: 1 };
  let whole = { x: 0, y: 0, scale: 1 };
  let songs = [];
  let clusters = [];
  let marks = { recommended: new Set(), path: [] };
  let isSought = null;
  let hovered = null;
  let selected = null;

  let size = [1, 1];
  const width = () => size[0];
  const height = () => size[1];
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const isDark = () => matchMedia("(prefers-color-scheme: dark)").matches;
  const shade = (cluster) => `hsl(${(cluster * 137.5) % 360} 55% ${isDark() ? 68 : 42}%)`;

  /* ---- Places: the map's middle is at 0, and nothing is beyond 2 ---- */

  const unit = () => Math.min(width(), height()) / 2.6;
  const toScreen = (place) => [
    width() / 2 + (place.x - view.x) * unit() * view.scale,
    height() / 2 + (place.y - view.y) * unit() * view.scale,
  ];
  const isInside = ([x, y], edge) => x >= edge && y >= edge && x <= width() - edge && y <= height() - edge;

  function fit() {
    const reach = songs.reduce((most, song) => Math.max(most, Math.abs(song.x), Math.abs(song.y)), 0.1);
    whole = { x: 0, y: 0, scale: 1.2 / reach };
    Object.assign(view, whole);
  }

  /* ---- Drawing ---- */

  const isMarked = (song) => marks.recommended.has(song.song) || marks.path.includes(song.song);
  const isFaint = (song) => (isSought ? !isSought(song) : song.heard === false && !isMarked(song));
  const radius = (song) => Math.min(2 + Math.sqrt(song.listeners) / 6 + (song.heard ? 2.5 : 0), 7) * Math.sqrt(Math.max(1, view.scale / whole.scale));

  function draw() {
    const ratio = devicePixelRatio || 1;
    size = [canvas.clientWidth, canvas.clientHeight];
    canvas.width = width() * ratio;
    canvas.height = height() * ratio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    for (const song of songs) if (isFaint(song)) dot(song, FAINT);
    line();
    const shown = songs.filter((song) => !isFaint(song));
    for (const song of shown) if (!song.heard) mark(song);
    for (const song of shown) if (song.heard) mark(song);
    for (const song of [hovered, selected]) if (song) ring(song);
    label();
  }

  function mark(song) {
    if (marks.path.includes(song.song)) shape(song, 7, "--accent", (x, y, r) => context.rect(x - r, y - r, 2 * r, 2 * r));
    else if (marks.recommended.has(song.song)) shape(song, 8, "--warm", diamond);
    else dot(song, song.heard ? 1 : 0.8);
  }

  function dot(song, alpha) {
    const [x, y] = toScreen(song);
    context.globalAlpha = alpha;
    context.fillStyle = shade(song.cluster);
    context.beginPath();
    context.arc(x, y, radius(song), 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
    if (song.heard && alpha === 1) outline();
  }

  function outline() {
    context.lineWidth = 1.5;
    context.strokeStyle = color("--ink");
    context.stroke();
  }

  function shape(song, size, fill, form) {
    const [x, y] = toScreen(song);
    context.beginPath();
    form(x, y, size);
    context.fillStyle = color(fill);
    context.fill();
    outline();
  }

  function diamond(x, y, r) {
    context.moveTo(x, y - r);
    context.lineTo(x + r, y);
    context.lineTo(x, y + r);
    context.lineTo(x - r, y);
    context.closePath();
  }

  function ring(song) {
    const [x, y] = toScreen(song);
    context.beginPath();
    context.arc(x, y, Math.max(11, radius(song) + 4), 0, 2 * Math.PI);
    context.lineWidth = song === selected ? 3 : 1.5;
    context.strokeStyle = color("--ink");
    context.stroke();
  }

  function line() {
    const steps = songs.length === 0 ? [] : marks.path.map(find).filter(Boolean).map(toScreen);
    if (steps.length === 0) return;
    context.beginPath();
    steps.forEach(([x, y]) => context.lineTo(x, y));
    context.lineWidth = 2;
    context.strokeStyle = color("--accent");
    context.stroke();
  }

  /* ---- Names of clusters: where there is no point and no other name, as near to their songs as can be ---- */

  function label() {
    const room = freeRoom();
    const most = Math.min(240, width() * 0.48);
    const placed = clusters.map((cluster) => {
      const anchor = middle(cluster);
      if (!anchor) return "";
      const name = part(cluster);
      names.append(name);
      name.style.maxWidth = `${most}px`;
      const place = room.take(anchor, name.offsetWidth + 4, name.offsetHeight + 4);
      if (!place) return "";
      name.style.left = `${place.x + 2}px`;
      name.style.top = `${place.y + 2}px`;
      return name;
    }).filter(Boolean);
    names.replaceChildren(...placed);
    if (hovered && hovered !== selected) names.append(tip(hovered));
  }

  /* What the mouse points at. */
  function tip(song) {
    const [x, y] = toScreen(song);
    const name = document.createElement("span");
    name.className = "tip";
    name.textContent = song.artist ? `${song.title} – ${song.artist}` : song.title;
    name.style.left = `${Math.max(0, Math.min(x, width() - 200))}px`;
    name.style.top = `${y > height() - 50 ? y - 40 : y + 14}px`;
    return name;
  }

  function part(cluster) {
    const name = document.createElement("span");
    const swatch = document.createElement("i");
    swatch.style.background = shade(cluster.cluster);
    name.append(swatch, cluster.label);
    return name;
  }

  /* The middle of a cluster's songs that are seen. */
  function middle(cluster) {
    const seen = songs.filter((song) => song.cluster === cluster.cluster).map(toScreen).filter((at) => isInside(at, 0));
    if (seen.length === 0) return null;
    return [0, 1].map((axis) => seen.reduce((sum, at) => sum + at[axis], 0) / seen.length);
  }

  /* Which cells have nothing in them: sums over rectangles tell it of any rectangle at once. */
  function freeRoom() {
    const columns = Math.floor(width() / CELL);
    const rows = Math.floor(height() / CELL);
    const taken = new Uint8Array(columns * rows);
    let sums = null;

    function block(left, top, right, bottom) {
      const to = Math.min(rows - 1, Math.floor(bottom / CELL));
      const end = Math.min(columns - 1, Math.floor(right / CELL));
      for (let row = Math.max(0, Math.floor(top / CELL)); row <= to; row++) {
        for (let column = Math.max(0, Math.floor(left / CELL)); column <= end; column++) taken[row * columns + column] = 1;
      }
    }

    function count() {
      sums = new Uint32Array((columns + 1) * (rows + 1));
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const at = (row + 1) * (columns + 1) + column + 1;
          sums[at] = taken[row * columns + column] + sums[at - 1] + sums[at - columns - 1] - sums[at - columns - 2];
        }
      }
    }

    function isFree(column, row, across, down) {
      const at = (r, c) => sums[r * (columns + 1) + c];
      return at(row + down, column + across) - at(row, column + across) - at(row + down, column) + at(row, column) === 0;
    }

    function take([x, y], wide, high) {
      count();
      const across = Math.ceil(wide / CELL);
      const down = Math.ceil(high / CELL);
      const most = Math.max(width(), height()) / 2;
      let best = null;
      for (let row = 0; row + down <= rows; row++) {
        for (let column = 0; column + across <= columns; column++) {
          const far = Math.hypot((column + across / 2) * CELL - x, (row + down / 2) * CELL - y);
          if (far < (best ? best.far : most) && isFree(column, row, across, down)) best = { far, x: column * CELL, y: row * CELL };
        }
      }
      if (best) block(best.x, best.y, best.x + across * CELL - 1, best.y + down * CELL - 1);
      return best;
    }

    for (const song of songs) {
      const [x, y] = toScreen(song);
      const r = (isMarked(song) || song === selected || song === hovered ? 13 : radius(song)) + 2;
      if (isInside([x, y], -r)) block(x - r, y - r, x + r, y + r);
    }
    steps();
    const { left, top } = canvas.getBoundingClientRect();
    for (const cover of covers) {
      const box = cover.getBoundingClientRect();
      if (box.width > 0) block(box.left - left - 4, box.top - top - 4, box.right - left + 4, box.bottom - top + 4);
    }
    return { take };

    function steps() {
      const places = marks.path.map(find).filter(Boolean).map(toScreen);
      for (let i = 1; i < places.length; i++) {
        const [[x, y], [toX, toY]] = [places[i - 1], places[i]];
        const dots = Math.ceil(Math.min(4000, Math.hypot(toX - x, toY - y)) / CELL);
        for (let k = 0; k <= dots; k++) {
          const at = [x + ((toX - x) * k) / (dots || 1), y + ((toY - y) * k) / (dots || 1)];
          if (isInside(at, 0)) block(at[0] - 2, at[1] - 2, at[0] + 2, at[1] + 2);
        }
      }
    }
  }

  /* ---- Zooming and panning ---- */

  function zoom(factor, at) {
    const [px, py] = at || [width() / 2, height() / 2];
    const dx = (px - width() / 2) / unit();
    const dy = (py - height() / 2) / unit();
    const scale = Math.max(NEAREST * whole.scale, Math.min(FARTHEST * whole.scale, view.scale * factor));
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

  function reset() {
    Object.assign(view, whole);
    draw();
  }

  canvas.addEventListener("wheel", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    zoom(Math.exp(-Math.sign(event.deltaY) * Math.min(0.25, Math.abs(event.deltaY) / 400)), [event.offsetX, event.offsetY]);
  }, { passive: false });

  let dragged = null;
  let moved = 0;

  canvas.addEventListener("pointerdown", (event) => {
    moved = 0;
    if (event.pointerType === "touch" || event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    dragged = [event.offsetX, event.offsetY];
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const now = [event.offsetX, event.offsetY];
    if (!dragged) return hover(now);
    moved += Math.hypot(now[0] - dragged[0], now[1] - dragged[1]);
    pan(now[0] - dragged[0], now[1] - dragged[1]);
    dragged = now;
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { dragged = null; });
  canvas.addEventListener("pointerleave", () => hover(null));
  canvas.addEventListener("click", (event) => { if (moved < 5) select(nearest([event.offsetX, event.offsetY])); });

  /* Of two fingers: how far apart they are, and the middle between them. */
  function fingers({ touches }) {
    const { left, top } = canvas.getBoundingClientRect();
    const [a, b] = Array.from(touches).map((touch) => [touch.clientX - left, touch.clientY - top]);
    return { apart: Math.hypot(a[0] - b[0], a[1] - b[1]) || 1, at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
  }

  let pinched = null;

  canvas.addEventListener("touchstart", (event) => {
    pinched = event.touches.length === 2 && event.cancelable ? fingers(event) : null;
    if (pinched) event.preventDefault();
  }, { passive: false });
  canvas.addEventListener("touchmove", (event) => {
    if (!pinched || event.touches.length !== 2 || !event.cancelable) return;
    event.preventDefault();
    const now = fingers(event);
    pan(now.at[0] - pinched.at[0], now.at[1] - pinched.at[1]);
    zoom(now.apart / pinched.apart, now.at);
    pinched = now;
  }, { passive: false });
  for (const end of ["touchend", "touchcancel"]) canvas.addEventListener(end, () => { pinched = null; });

  /* ---- Choosing ---- */

  function nearest([px, py]) {
    let found = null;
    let least = REACH;
    for (const song of songs) {
      const [x, y] = toScreen(song);
      const distance = Math.hypot(x - px, y - py) + (isFaint(song) ? 4 : 0);
      if (distance < least) {
        least = distance;
        found = song;
      }
    }
    return found;
  }

  function hover(at) {
    const now = at && nearest(at);
    if (now === hovered) return;
    hovered = now;
    canvas.style.cursor = hovered ? "pointer" : "";
    draw();
  }

  function select(song) {
    selected = song;
    chosen(song, song ? toScreen(song) : null);
    draw();
  }

  function go(song) {
    if (!isInside(toScreen(song), 40)) Object.assign(view, { x: song.x, y: song.y });
    select(song);
  }

  /* To a song that was looked for: nearer than before. */
  function approach(song) {
    Object.assign(view, { x: song.x, y: song.y, scale: Math.max(view.scale, 3 * whole.scale) });
    select(song);
  }

  /* The next song that way: straight on counts before near. */
  function step(dx, dy) {
    const from = selected ? toScreen(selected) : [width() / 2, height() / 2];
    const open = songs.filter((song) => song !== selected && !isFaint(song));
    let best = null;
    let least = Infinity;
    for (const song of open.length > 0 ? open : songs) {
      const [x, y] = toScreen(song);
      const along = (x - from[0]) * dx + (y - from[1]) * dy;
      const beside = Math.abs((x - from[0]) * dy - (y - from[1]) * dx);
      const far = along + 2 * beside;
      if (along > 0 && beside <= 2 * along && far < least) {
        least = far;
        best = song;
      }
    }
    if (best) go(best);
  }

  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      ArrowLeft: () => step(-1, 0),
      ArrowRight: () => step(1, 0),
      ArrowUp: () => step(0, -1),
      ArrowDown: () => step(0, 1),
      Enter: () => selected && opened(selected),
      Escape: () => select(null),
      "+": () => zoom(1.4),
      "=": () => zoom(1.4),
      "-": () => zoom(1 / 1.4),
      0: reset,
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  addEventListener("resize", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  /* ---- What is shown ---- */

  const find = (id) => songs.find((song) => song.song === id);

  function show(map) {
    songs = map.items;
    clusters = map.clusters;
    marks = { recommended: new Set(map.recommended), path: map.path };
    hovered = null;
    selected = selected ? find(selected.song) || null : null;
  }

  function seek(matches) {
    isSought = matches;
    draw();
  }

  return { show, fit, draw, zoom, reset, seek, approach, select };
}
