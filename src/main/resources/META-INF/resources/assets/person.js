"use strict";

/* Fills a person's page, and mends what is on it. */
(() => {
  const { byId, call, complain } = segue;
  const person = byId("person");
  const words = person.dataset;
  const path = `api/users/${words.user}`;
  const LISTENS = 20;
  let cursor = "";

  const number = (value) => value.toLocaleString("en");

  function element(name, ...children) {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  }

  const named = (text) => element("bdi", text);

  function link(address, text) {
    const made = element("a", named(text));
    made.href = segue.root + address;
    return made;
  }

  function button(text, label, action) {
    const made = element("button", text);
    made.type = "button";
    made.className = "act";
    made.setAttribute("aria-label", label);
    made.addEventListener("click", async () => {
      made.disabled = true;
      try {
        await action();
      } catch (failure) {
        complain(failure);
        made.disabled = false;
      }
    });
    return made;
  }

  function fill(id, items) {
    byId(id).replaceChildren(...(items.length ? items : [element("li", words.nothing)]));
  }

  async function about() {
    const known = await call("GET", path);
    const facts = [
      words.listens.replace("#", number(known.listens)),
      words.plays.replace("#", number(known.plays)),
      words.songs.replace("#", number(known.songs)),
      known.firstListen && words.since.replace("#", known.firstListen.slice(0, 10)),
    ];
    byId("facts-of-person").replaceChildren(...facts.filter(Boolean).map((fact) => element("span", fact)));
    fill("top-artists", known.topArtists.map((artist) => {
      const plays = element("span", number(artist.plays));
      plays.className = "score";
      return element("li", plays, link(`artists/${artist.id}`, artist.name));
    }));
    byId("aliases").replaceChildren(...known.aliases.map((alias) => element("span", named(`${alias.source}: ${alias.id}`))),
      ...known.formerIds.map((id) => element("span", named(id))));
  }

  async function verdicts() {
    const said = await call("GET", `${path}/feedback?limit=500`);
    fill("verdicts", said.items.map((one) => {
      const verdict = element("span", one.verdict);
      verdict.className = "tag";
      return element("li", verdict, " ", link(`${one.type}s/${one.id}`, one.name ?? one.title ?? one.id), " ",
        button("×", words.takeBack.replace("#", one.name ?? one.title ?? one.id), async () => {
          await call("DELETE", `${path}/feedback/${one.type}s/${one.id}`);
          await verdicts();
        }));
    }));
  }

  function listen(one) {
    const time = element("span", one.listenedAt.slice(0, 16).replace("T", " "));
    time.className = "score";
    const item = element("li", time, link(`songs/${one.song}`, one.title), " ");
    if (one.artist) item.append(named(one.artist), " ");
    item.append(button("×", words.remove.replace("#", one.title), async () => {
      await call("DELETE", `${path}/listens/${one.id}`);
      item.remove();
      await about();
    }));
    return item;
  }

  async function listens() {
    const query = new URLSearchParams({ limit: LISTENS });
    if (cursor) query.set("cursor", cursor);
    const part = await call("GET", `${path}/listens?${query}`);
    const items = part.items.map(listen);
    if (cursor) byId("listens").append(...items);
    else fill("listens", items);
    cursor = part.next;
    byId("more").hidden = !cursor;
  }

  const show = (part) => part().catch(complain);

  byId("more").addEventListener("click", () => show(listens));

  const other = byId("other");
  segue.suggestions(other, "api/users", (item) => [item.name || item.id, ""],
    { name: words.people, none: words.peopleNone, one: words.peopleOne, many: words.peopleMany }, (item) => { other.value = item.id; });

  byId("merge").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!other.value.trim()) return other.focus();
    try {
      await segue.sendJson("POST", `${path}/aliases`, { user: other.value.trim() });
      location.reload();
    } catch (failure) {
      complain(failure);
    }
  });

  byId("forget").addEventListener("click", async () => {
    if (!confirm(words.sure)) return;
    try {
      await call("DELETE", path);
      location.assign(segue.root);
    } catch (failure) {
      complain(failure);
    }
  });

  show(about);
  show(verdicts);
  show(listens);
})();
