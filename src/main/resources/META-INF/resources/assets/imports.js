"use strict";

/* Sends files, follows imports, and takes them back. */
(() => {
  const { byId } = segue;
  const form = byId("import-form");
  const files = byId("files");
  const drop = byId("drop");
  const sending = byId("sending");
  const POLL_MILLIS = 2000;

  const problem = (text) => { byId("import-problem").textContent = text; };

  function address(path, more) {
    const query = new URLSearchParams(more);
    for (const name of ["user", "source"]) {
      const value = byId(`import-${name}`).value.trim();
      if (value) query.set(name, value);
    }
    return `${path}?${query}`;
  }

  /* XMLHttpRequest, because fetch says nothing of what is still to be sent. */
  function send(path, body) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", segue.root + path);
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) sending.value = event.loaded / event.total; });
      request.addEventListener("error", () => reject(new Error(document.body.dataset.noAnswer)));
      request.addEventListener("load", () => {
        if (request.status < 300) return resolve(request.response);
        const failure = new Error(request.response?.detail || `${request.status} ${request.statusText}`);
        failure.signIn = request.status === 401;
        return reject(failure);
      });
      request.send(body);
    });
  }

  function fail(failure) {
    problem(failure.message);
    if (failure.signIn) segue.complain(failure);
  }

  /* ---- First a look at the files, then the import of what was looked at ---- */

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem("");
    if (files.files.length === 0) return problem(form.dataset.none);
    const body = new FormData();
    for (const file of files.files) body.append("file", file);
    sending.hidden = false;
    sending.value = 0;
    form.querySelector("[type=submit]").disabled = true;
    try {
      show(await send(address("api/imports/preview"), body));
    } catch (failure) {
      fail(failure);
    } finally {
      sending.hidden = true;
      form.querySelector("[type=submit]").disabled = false;
    }
  });

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const number = (value) => value.toLocaleString("en");
  const day = (time) => time.slice(0, 10);

  function show(preview) {
    const words = byId("preview").dataset;
    const facts = [
      preview.format,
      words.rows.replace("#", number(preview.rowsRead)),
      preview.listens && words.listens.replace("#", number(preview.listens)),
      preview.skips && words.skips.replace("#", number(preview.skips)),
      preview.interactions && words.interactions.replace("#", number(preview.interactions)),
      preview.lists && words.lists.replace("#", number(preview.lists)),
      words.users.replace("#", number(preview.users)),
      preview.from && `${day(preview.from)} – ${day(preview.to)}`,
      preview.badRows.count && words.bad.replace("#", number(preview.badRows.count)),
      ...Object.entries(preview.skipped).map(([reason, count]) => `${reason}: ${number(count)}`),
    ];
    const line = element("p");
    line.className = "facts";
    line.append(...facts.filter(Boolean).map((fact) => element("span", fact)));
    byId("preview-facts").replaceChildren(line);
    byId("preview-rows").replaceChildren(...preview.first.map(row));
    byId("preview-user").hidden = !preview.needsUser;
    byId("preview-import").dataset.upload = preview.upload;
    byId("preview").hidden = false;
    byId("preview").focus();
  }

  function row(shown) {
    const made = element("tr");
    made.append(...[shown.user, shown.artist, shown.title, shown.listenedAt ? shown.listenedAt.slice(0, 16).replace("T", " ") : shown.value]
      .map((value) => element("td", value ?? "")));
    return made;
  }

  byId("preview-import").addEventListener("click", async (event) => {
    const button = event.currentTarget;
    problem("");
    if (!byId("preview-user").hidden && !byId("import-user").value.trim()) {
      byId("import-options").open = true;
      byId("import-user").focus();
      return problem(form.dataset.whose);
    }
    button.disabled = true;
    try {
      await send(address("api/imports", { upload: button.dataset.upload }));
      byId("preview").hidden = true;
      files.value = "";
      await look();
    } catch (failure) {
      fail(failure);
    } finally {
      button.disabled = false;
    }
  });

  /* Files may be dropped anywhere: a browser would leave the page for one that has missed its place. */
  const carriesFiles = (event) => Array.from(event.dataTransfer?.types ?? []).includes("Files");

  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.classList.remove("over");
    files.files = event.dataTransfer.files;
    files.focus();
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-undo]");
    if (!button) return;
    button.disabled = true;
    try {
      await segue.call("DELETE", `api/imports/${button.dataset.undo}`);
      await look();
    } catch (failure) {
      segue.complain(failure);
      button.disabled = false;
    }
  });

  async function take() {
    const page = await segue.fetchPage(location.href);
    const open = Array.from(document.querySelectorAll("#jobs details[open]"), (details) => details.id);
    segue.swap(page, "jobs");
    open.forEach((id) => byId(id)?.setAttribute("open", ""));
  }

  const { again: look } = segue.follow(take, POLL_MILLIS);
})();
