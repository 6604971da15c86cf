// Lights the place of a field and the field of a place. Works on what the page holds: `.f` are the
// fields (id f1, l2, h3), `[data-f]` the places with the ids they belong to. Loads and sends nothing.
(() => {
  "use strict";
  const places = new Map();
  for (const place of document.querySelectorAll("[data-f]")) {
    for (const id of place.dataset.f.split(" ")) {
      if (!places.has(id)) places.set(id, []);
      places.get(id).push(place);
    }
  }
  const fields = [...document.querySelectorAll(".f")];
  const status = document.querySelector(".status");
  let lit = [];
  let pinned = [];

  // The fields and leftovers of a place; the notes about the file only where there is nothing else.
  const idsOf = (place) => {
    const ids = place.dataset.f.split(" ");
    const own = ids.filter((id) => !id.startsWith("h"));
    return own.length > 0 ? own : ids;
  };

  const light = (ids) => {
    for (const element of lit) element.classList.remove("lit");
    lit = ids.flatMap((id) => [document.getElementById(id), ...(places.get(id) || [])]);
    lit = lit.filter(Boolean);
    for (const element of lit) element.classList.add("lit");
  };

  const pin = (ids) => {
    const same = ids.length > 0 && ids.join() === pinned.join();
    pinned = same ? [] : ids;
    for (const field of fields) {
      field.setAttribute("aria-pressed", String(pinned.includes(field.id)));
    }
    light(pinned);
    status.textContent = pinned.length > 0 ? "pinned; Esc lets go" : "";
  };

  const isShown = (element) => element.getClientRects().length > 0;

  // Brings an element into its own pane, without moving the page.
  const reveal = (element) => {
    const pane = element && element.closest(".pane");
    if (!pane || pane.scrollHeight <= pane.clientHeight + 1) return;
    const box = element.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (box.top >= frame.top && box.bottom <= frame.bottom) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = pane.scrollTop + box.top - frame.top - frame.height / 3;
    pane.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
  };
  const revealPlace = (id) => reveal((places.get(id) || []).find(isShown));

  // Where panes do not scroll (narrow screens), a pinned field brings the page itself to its place.
  const jump = (element) => {
    const pane = element && element.closest(".pane");
    if (pane && pane.scrollHeight <= pane.clientHeight + 1 && innerWidth < 900) {
      element.scrollIntoView({ block: "center" });
    }
  };

  const targetOf = (event) => {
    const target = event.target instanceof Element ? event.target : null;
    return target && (target.closest(".f") || target.closest("[data-f]"));
  };
  const idsAt = (target) => (target.classList.contains("f") ? [target.id] : idsOf(target));

  document.addEventListener("pointerover", (event) => {
    const target = targetOf(event);
    if (!target || event.pointerType === "touch") return;
    const ids = idsAt(target);
    light(ids);
    if (target.classList.contains("f")) revealPlace(target.id);
    else reveal(document.getElementById(ids[0]));
  });
  document.addEventListener("pointerout", (event) => {
    if (targetOf(event)) light(pinned);
  });
  document.addEventListener("focusin", (event) => {
    const target = targetOf(event);
    if (!target || !target.classList.contains("f")) return;
    light([target.id]);
    revealPlace(target.id);
  });
  document.addEventListener("focusout", () => light(pinned));

  document.addEventListener("click", (event) => {
    const target = targetOf(event);
    if (!target) return;
    const ids = idsAt(target);
    pin(ids);
    if (pinned.length === 0) return;
    if (target.classList.contains("f")) jump((places.get(target.id) || []).find(isShown));
    else jump(document.getElementById(ids[0]));
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      pin([]);
      return;
    }
    const at = fields.indexOf(document.activeElement);
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (at < 0 || !(event.key in steps)) return;
    const next = fields[at + steps[event.key]];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  document.body.classList.add("scripts");
})();
