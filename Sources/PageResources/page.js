// The page works without this script; with it, lists can be narrowed, walked through by keyboard, and ticks are kept.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const claims = [...document.querySelectorAll(".claim")];
  const tools = byId("tools");
  const controls = {
    status: byId("by-status"), rule: byId("by-rule"), words: byId("by-words"), open: byId("only-open"),
    keys: byId("keys"), count: byId("count"),
  };
  const marksOf = new Map(claims.map((claim) => [claim.id, []]));
  for (const mark of document.querySelectorAll("a.mark")) marksOf.get(mark.hash.slice(1))?.push(mark);

  // Ticks and notes stay in this browser, where it lets the page keep anything.
  const store = "hearsay " + document.body.dataset.page;
  const kept = (() => {
    try { return JSON.parse(localStorage.getItem(store)) ?? {}; } catch { return {}; }
  })();
  const keep = () => {
    try { localStorage.setItem(store, JSON.stringify(kept)); } catch { /* Nothing is kept. */ }
  };
  const parts = (claim) => ({ tick: claim.querySelector("input[type=checkbox]"), note: claim.querySelector("input[type=text]") });
  const showTick = (claim) => {
    for (const mark of marksOf.get(claim.id)) mark.classList.toggle("done", parts(claim).tick.checked);
  };

  function narrow() {
    const words = controls.words.value.trim().toLowerCase();
    let shown = 0, done = 0;
    for (const claim of claims) {
      const { tick } = parts(claim);
      const isShown = (!controls.status.value || claim.dataset.status === controls.status.value)
        && (!controls.rule.value || claim.dataset.rules.split(" ").includes(controls.rule.value))
        && (!controls.open.checked || !tick.checked)
        && (!words || claim.textContent.toLowerCase().includes(words));
      claim.hidden = !isShown;
      shown += isShown;
      done += tick.checked;
      for (const mark of marksOf.get(claim.id)) mark.classList.toggle("off", !isShown);
    }
    for (const list of document.querySelectorAll(".claims")) {
      const empty = list.querySelector(".empty");
      if (empty) empty.hidden = list.querySelector(".claim:not([hidden])") !== null;
    }
    controls.count.textContent = `${shown} of ${claims.length} shown, ${done} checked`;
  }

  let here = null;
  function settle(claim) {
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    here = claim;
    claim.classList.add("here");
    for (const mark of marksOf.get(claim.id)) mark.classList.add("here");
  }
  function go(claim) {
    settle(claim);
    const mark = marksOf.get(claim.id)[0];
    const isBeside = matchMedia("(min-width: 64rem)").matches;
    if (mark && isBeside) mark.scrollIntoView({ block: "center", behavior: "instant" });
    claim.focus({ preventScroll: true });
    claim.scrollIntoView({ block: isBeside ? "nearest" : "start", behavior: "instant" });
  }
  function step(by) {
    const shown = claims.filter((claim) => !claim.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(document.activeElement?.closest(".claim") ?? here);
    go(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1)]);
  }

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && isTyping) return event.target.blur();
    if (isTyping || !controls.keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    const current = document.activeElement?.closest(".claim") ?? here;
    switch (event.key) {
      case "j": case "n": step(1); break;
      case "k": case "p": step(-1); break;
      case "x": if (current) parts(current).tick.click(); break;
      case "m": if (current) parts(current).note.focus(); break;
      case "t": if (current) marksOf.get(current.id)[0]?.focus(); break;
      case "/": controls.words.focus(); break;
      default: return;
    }
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("a.mark");
    const claim = mark && byId(mark.hash.slice(1));
    if (!claim || claim.hidden) return;
    event.preventDefault();
    history.replaceState(null, "", mark.hash);
    go(claim);
  });
  document.addEventListener("focusin", (event) => {
    const claim = event.target.closest(".claim");
    if (claim) settle(claim);
  });
  document.addEventListener("input", (event) => {
    const claim = event.target.closest(".claim");
    if (!claim) return narrow();
    const { tick, note } = parts(claim);
    kept[claim.dataset.key] = [tick.checked, note.value];
    keep();
    showTick(claim);
    narrow();
  });
  byId("filter").addEventListener("submit", (event) => event.preventDefault());

  for (const claim of claims) {
    const [isTicked, words] = kept[claim.dataset.key] ?? [];
    const { tick, note } = parts(claim);
    if (isTicked) tick.checked = true;
    if (words) note.value = words;
    showTick(claim);
  }
  tools.hidden = false;
  narrow();
})();
