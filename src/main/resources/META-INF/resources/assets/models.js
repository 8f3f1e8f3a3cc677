"use strict";

/* Starts, follows and cancels trainings, and lets another model answer. */
(() => {
  const { byId, swap } = segue;
  const form = byId("train-form");
  const POLL_MILLIS = 2000;
  const NUMBERS = ["dimension", "regularization", "unobservedWeight", "epochs"];

  /* What is left empty is left out: the service searches it. */
  function order() {
    const fields = Object.fromEntries(Array.from(new FormData(form)).filter(([, value]) => value !== ""));
    for (const name of NUMBERS) if (name in fields) fields[name] = Number(fields[name]);
    fields.tune = fields.tune === "true";
    if (fields.tune && [...NUMBERS, "confidence"].every((name) => name in fields)) delete fields.tune;
    return fields;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    byId("train-problem").textContent = "";
    try {
      await segue.sendJson("POST", "api/trainings", order());
      segue.toast(form.dataset.started);
      await look();
    } catch (failure) {
      byId("train-problem").textContent = failure.message;
      if (failure.signIn) segue.complain(failure);
    }
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-cancel], [data-activate]");
    if (!button) return;
    button.disabled = true;
    const { cancel, activate } = button.dataset;
    try {
      if (cancel) await segue.call("DELETE", `api/trainings/${cancel}`);
      else await segue.call("POST", `api/models/${activate}/activate`);
      await look();
    } catch (failure) {
      segue.complain(failure);
      button.disabled = false;
    }
  });

  async function take() {
    const page = await segue.fetchPage(location.href);
    const isOpen = document.querySelector("#jobs details")?.open;
    swap(page, "jobs");
    const details = document.querySelector("#jobs details");
    if (details && isOpen !== undefined) details.open = isOpen;
    if (!byId("kept-models").contains(document.activeElement)) swap(page, "kept-models");
    swap(page, "past-trainings");
  }

  const { again: look } = segue.follow(take, POLL_MILLIS);
})();
