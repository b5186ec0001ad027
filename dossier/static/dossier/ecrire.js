// Beside the box: the charter, asked for when one opens it, and marks put where one writes.
"use strict";

for (const place of document.querySelectorAll("[data-charte]")) {
  place.addEventListener("toggle", async () => {
    if (!place.open || place.dataset.filled) return;
    place.dataset.filled = "1";
    try {
      const { ok, body } = await ask(place.dataset.charte);
      if (ok) place.querySelector("[data-texte]").replaceChildren(...body.childNodes);
    } catch { /* the link stays */ }
  });
  const box = place.closest("form").querySelector("textarea"), marks = place.querySelector(".marques");
  marks.hidden = false;
  marks.addEventListener("click", ({ target }) => {
    if (!target.value) return;
    const at = box.selectionStart, before = box.value.slice(0, at);
    box.setRangeText(`${/\S$/.test(before) ? " " : ""}[${target.value}] `, at, at, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  });
}
