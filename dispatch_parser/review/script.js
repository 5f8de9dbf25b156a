"use strict";
// Hovering or focusing a value lights up the words it was read from, and the other way round; a click holds it.
(() => {
  const panes = [document.getElementById("document"), document.getElementById("record")];
  const numbers = (node) => (node.dataset.own || node.dataset.marks || node.dataset.mark || "").split(" ").filter(Boolean);
  const byNumber = new Map();
  for (const node of document.querySelectorAll("[data-mark], [data-marks]")) {
    for (const number of (node.dataset.mark || node.dataset.marks).split(" ")) {
      if (!byNumber.has(number)) byNumber.set(number, []);
      byNumber.get(number).push(node);
    }
  }
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let lit = [];
  let held = null;
  let pause = 0;

  const light = (source, reveal) => {
    for (const node of lit) node.classList.remove("on");
    lit = source ? [...new Set(numbers(source).flatMap((number) => byNumber.get(number) || []))] : [];
    for (const node of lit) node.classList.add("on");
    if (!source || !reveal) return;
    const here = panes.findIndex((pane) => pane.contains(source));
    const there = lit.filter((node) => panes[1 - here].contains(node));
    if (there.length && !there.some(visible)) {
      there[0].scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
    }
  };
  const visible = (node) => {
    const box = node.getBoundingClientRect();
    return box.bottom > 60 && box.top < window.innerHeight - 20;
  };
  // Where the panes stand side by side, the other one may scroll under a hand that only hovers; stacked it may not.
  const sideBySide = () => getComputedStyle(panes[0]).overflowY === "auto";
  const target = (event) => event.target.closest && event.target.closest("[data-mark], [data-marks]");

  document.addEventListener("mouseover", (event) => {
    const node = target(event);
    clearTimeout(pause);
    if (node) {
      light(node, false);
      if (sideBySide()) pause = setTimeout(() => light(node, true), 150); // a hand that passes over scrolls nothing
    } else if (lit.length) light(held, false);
  });
  document.addEventListener("focusin", (event) => {
    const node = target(event);
    if (node && node.matches(":focus-visible")) light(node, sideBySide());
  });
  document.addEventListener("focusout", () => light(held, false));
  document.addEventListener("click", (event) => {
    const node = target(event);
    if (!node) {
      if (held && !event.target.closest(".legend")) light((held = null), false);
      return;
    }
    event.preventDefault();
    held = node;
    light(node, true);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") light((held = null), false);
  });
  document.addEventListener("change", (event) => {
    const group = event.target.dataset && event.target.dataset.group;
    if (!group) return;
    for (const node of document.querySelectorAll(`.box.g-${group}, .s.g-${group}`)) {
      node.classList.toggle("off", !event.target.checked);
    }
  });
})();
