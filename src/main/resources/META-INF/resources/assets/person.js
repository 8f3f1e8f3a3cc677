"use strict";

/* Mends what is on a person's page. */
(() => {
  const { byId, call, complain } = segue;
  const words = byId("person").dataset;
  const path = `api/users/${words.user}`;

  /* What has been deleted counts in the numbers too. */
  async function lookAgain(...ids) {
    segue.swap(await segue.fetchPage(location.href), "facts-of-person", "top", ...ids);
  }

  async function takeBack(button) {
    await call("DELETE", `${path}/feedback/${button.dataset.takeBack}`);
    await lookAgain("verdicts");
    byId("said").focus();
  }

  async function forgetListen(button) {
    await call("DELETE", `${path}/listens/${button.dataset.listen}`);
    button.closest("li").remove();
    byId("last").focus();
    await lookAgain();
  }

  async function showEarlier(link) {
    const page = await segue.fetchPage(link.href);
    const first = byId("listens").childElementCount;
    byId("listens").append(...page.getElementById("listens").children);
    segue.swap(page, "more");
    byId("listens").children[first]?.querySelector("a")?.focus();
  }

  async function doing(control, action) {
    control.disabled = true;
    try {
      await action(control);
    } catch (failure) {
      complain(failure);
      control.disabled = false;
    }
  }

  document.addEventListener("click", (event) => {
    const control = event.target.closest("[data-take-back], [data-listen], #more a");
    if (!control || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (control.dataset.takeBack) doing(control, takeBack);
    else if (control.dataset.listen) doing(control, forgetListen);
    else doing(control, showEarlier);
  });

  const other = byId("other");
  segue.suggestions(other, "api/users", (item) => [item.name || item.id, ""],
    words.people, (item) => { other.value = item.id; });

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
})();
