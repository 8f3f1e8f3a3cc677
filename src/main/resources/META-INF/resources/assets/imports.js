"use strict";

/* Adds to the page of imports: files can be dropped, how far they are sent is shown, and imports are followed. */
(() => {
  const { byId } = segue;
  const POLL_MILLIS = 2000;

  async function take() {
    const page = await segue.fetchPage(location.href);
    const open = Array.from(document.querySelectorAll("#jobs details[open]"), (details) => details.id);
    const hadFocus = byId("done")?.contains(document.activeElement);
    segue.swap(page, "done", "jobs", "tables");
    open.forEach((id) => byId(id)?.setAttribute("open", ""));
    if (hadFocus) byId("done").focus();
  }

  segue.follow(take, POLL_MILLIS);

  const form = byId("import-form");
  if (!form) return;
  const files = byId("files");
  const sending = byId("sending");

  /* XMLHttpRequest, because fetch says nothing of what is still to be sent. */
  function send(body) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "text/html");
      request.responseType = "document";
      request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) sending.value = event.loaded / event.total; });
      request.addEventListener("error", () => reject(new Error(document.body.dataset.noAnswer)));
      request.addEventListener("load", () => {
        if (request.response?.getElementById("preview")) resolve(request.response);
        else reject(segue.refusal(request.responseURL.endsWith("/sign-in") ? { status: 401 } : request));
      });
      request.send(body);
    });
  }

  const preview = byId("preview");

  function show(page) {
    segue.swap(page, "preview", "import-problem");
    ready();
    const isKept = Boolean(preview.firstElementChild);
    if (segue.markProblems(form) && !isKept) return files.focus();
    if (isKept) form.reset();
    preview.focus();
    preview.scrollIntoView({ block: "start" });
  }

  /* A name belongs to the choice of somebody new, and to no other. */
  function ready() {
    const name = byId("preview-user");
    if (!name) return;
    segue.suggestPeople(name, preview.dataset.people);
    const choices = Array.from(preview.querySelectorAll("input[type=radio][name=user]"));
    if (choices.length === 0) return;
    const other = byId("listener-other");
    function choose() {
      name.closest(".field").hidden = !other.checked;
      name.required = other.checked;
    }
    choices.forEach((choice) => choice.addEventListener("change", () => {
      choose();
      if (other.checked) name.focus();
    }));
    choose();
  }

  /* Files that are kept are read again where they are. */
  preview.addEventListener("submit", async (event) => {
    if (event.submitter?.name !== "again") return;
    event.preventDefault();
    const button = event.submitter;
    const body = new URLSearchParams(new FormData(event.target));
    body.append(button.name, button.value);
    button.disabled = true;
    try {
      show(await segue.fetchPage(event.target.action, { method: "POST", body }));
    } catch (failure) {
      segue.complain(failure);
    } finally {
      button.disabled = false;
    }
  });
  ready();

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    sending.value = 0;
    sending.hidden = false;
    try {
      show(await send(new FormData(form)));
    } catch (failure) {
      segue.complain(failure);
    } finally {
      sending.hidden = true;
      button.disabled = false;
    }
  });

  segue.suggestPeople(byId("import-user"), preview.dataset.people);

  /* Files may be dropped anywhere: a browser would leave the page for one that has missed its place. */
  const drop = byId("drop");
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
})();
