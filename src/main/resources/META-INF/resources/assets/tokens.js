"use strict";

/* Makes tokens, shows each of them once, and revokes them. */
(() => {
  const { byId } = segue;
  const form = byId("token-form");
  const user = byId("token-user");
  const problem = byId("token-problem");
  const secret = byId("secret");
  const made = byId("made");
  const words = form.dataset;

  /* What a browser has found is right behind any proxy. */
  const own = new URL(segue.root, location.href).href.replace(/\/$/, "");
  for (const code of document.querySelectorAll("[data-own]")) code.textContent = code.dataset.own.replace("#", () => own);

  segue.suggestions(user, "api/users", (item) => [item.name || item.id, ""],
    words.people, (item) => { user.value = item.id; });

  const lookAgain = async () => segue.swap(await segue.fetchPage(location.href), "token-list");

  function complain(text) {
    problem.textContent = text;
    user.toggleAttribute("aria-invalid", Boolean(text));
  }

  function show(token) {
    byId("made-for").textContent = made.dataset.made.replace("#", () => token.user);
    secret.value = token.token;
    made.hidden = false;
    made.focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    complain("");
    if (!user.value.trim()) {
      complain(words.nobody);
      return user.focus();
    }
    try {
      show(await segue.sendJson("POST", "api/tokens", { user: user.value.trim(), name: byId("token-name").value.trim() }));
      form.reset();
      await lookAgain();
    } catch (failure) {
      problem.textContent = failure.message;
      if (failure.signIn) segue.complain(failure);
    }
  });

  /* Without TLS browsers have no clipboard, but they can copy what is selected. */
  async function copy() {
    secret.select();
    if (navigator.clipboard) await navigator.clipboard.writeText(secret.value);
    else if (!document.execCommand("copy")) throw new Error("not copied");
  }

  byId("copy").addEventListener("click", () => copy().then(() => segue.toast(made.dataset.copied), segue.complain));

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-revoke]");
    if (!button) return;
    event.preventDefault();
    if (!confirm(button.dataset.sure)) return;
    button.disabled = true;
    try {
      await segue.call("DELETE", `api/tokens/${button.dataset.revoke}`);
      await lookAgain();
      byId("given").focus();
    } catch (failure) {
      segue.complain(failure);
      button.disabled = false;
    }
  });
})();
