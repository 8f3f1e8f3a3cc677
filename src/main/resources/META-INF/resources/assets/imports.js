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

  function address() {
    const query = new URLSearchParams();
    for (const name of ["user", "source"]) {
      const value = byId(`import-${name}`).value.trim();
      if (value) query.set(name, value);
    }
    return `${segue.root}api/imports?${query}`;
  }

  /* XMLHttpRequest, because fetch says nothing of what is still to be sent. */
  function send(body) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", address());
      request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) sending.value = event.loaded / event.total; });
      request.addEventListener("error", () => reject(new Error(document.body.dataset.noAnswer)));
      request.addEventListener("load", () => (request.status === 202 ? resolve() : reject(new Error(said(request)))));
      request.send(body);
    });
  }

  function said(request) {
    try {
      return JSON.parse(request.responseText).detail || `${request.status} ${request.statusText}`;
    } catch (failure) {
      return `${request.status} ${request.statusText}`;
    }
  }

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
      await send(body);
      files.value = "";
      await look();
    } catch (failure) {
      problem(failure.message);
    } finally {
      sending.hidden = true;
      form.querySelector("[type=submit]").disabled = false;
    }
  });

  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    files.files = event.dataTransfer.files;
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

  let poll = 0;

  async function look() {
    clearTimeout(poll);
    try {
      const open = Array.from(document.querySelectorAll("#jobs details[open]"), (details) => details.id);
      segue.swap(await segue.fetchPage(location.href), "jobs");
      open.forEach((id) => byId(id)?.setAttribute("open", ""));
    } catch (failure) {
      /* The service may be restarting: the next look tells. */
    }
    follow();
  }

  function follow() {
    if (document.querySelector("[data-working]")) poll = setTimeout(() => (document.hidden ? follow() : look()), POLL_MILLIS);
  }

  follow();
})();
