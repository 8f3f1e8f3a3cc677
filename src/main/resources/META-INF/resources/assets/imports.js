"use strict";

/* Adds to the page of imports: files can be dropped, how far they are sent is shown, and imports are followed. */
(() => {
  const { byId } = segue;
  const POLL_MILLIS = 2000;

  async function take() {
    const page = await segue.fetchPage(location.href);
    const open = Array.from(document.querySelectorAll("#jobs details[open]"), (details) => details.id);
    segue.swap(page, "jobs");
    open.forEach((id) => byId(id)?.setAttribute("open", ""));
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

  function show(page) {
    segue.swap(page, "preview", "import-problem");
    if (page.getElementById("options")?.open) byId("options").open = true;
    if (segue.markProblems(form)) return files.focus();
    form.reset();
    if (byId("preview-user")) segue.suggestPeople(byId("preview-user"), byId("preview").dataset.people);
    byId("preview").focus();
  }

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

  segue.suggestPeople(byId("import-user"), byId("preview").dataset.people);

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
