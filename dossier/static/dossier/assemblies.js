// Moving pieces without reloading the page; the buttons do the same without this file.
"use strict";

for (const list of document.querySelectorAll("[data-pieces]")) {
  const form = list.closest("form"), word = form.querySelector("[data-annonce]");
  const slips = () => [...list.children];

  const settle = (said) => {
    slips().forEach((slip, place) => {
      slip.id = `piece-${place}`;
      for (const button of slip.querySelectorAll("[name=geste]")) {
        button.value = button.value.replace(/\d+$/, place);
        const told = button.querySelector(".vh");
        if (told) told.textContent = ` la pièce ${place + 1}`;
      }
    });
    if (word) word.textContent = said;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const move = (slip, step, button) => {
    const place = slips().indexOf(slip), to = place + step;
    if (to < 0 || to >= list.children.length) return;
    step < 0 ? slips()[to].before(slip) : slips()[to].after(slip);
    settle(`Pièce ${to + 1} sur ${list.children.length}.`);
    button.focus();
    slip.scrollIntoView({ block: "nearest" });
  };

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[name=geste]");
    const [verb] = button?.value.split("-") ?? [];
    const step = { monter: -1, descendre: 1 }[verb];
    if (!step) return;
    event.preventDefault();
    move(button.closest(".piece"), step, button);
  });

  // Dragging by the handle, with a mouse or a finger. Pieces are folded meanwhile, and the page
  // follows near its edges: a long piece is moved as easily as a short one.
  let held = null, at = 0;
  const middle = (slip) => { const box = slip.getBoundingClientRect(); return box.top + box.height / 2; };
  const fold = (handle, folded) => {
    const before = handle.getBoundingClientRect().top;
    list.classList.toggle("glisse", folded);
    scrollBy(0, handle.getBoundingClientRect().top - before);
  };
  const follow = () => {
    if (!held) return;
    if (at < 90) scrollBy(0, -14);
    else if (at > innerHeight - 140) scrollBy(0, 14);
    const before = held.previousElementSibling, after = held.nextElementSibling;
    // The neighbour moves, not the piece held: moved, it would let go of the pointer.
    if (before && at < middle(before)) held.after(before);
    else if (after && at > middle(after)) held.before(after);
    requestAnimationFrame(follow);
  };
  for (const handle of list.querySelectorAll("[data-poignee]")) {
    handle.hidden = false;
    handle.addEventListener("pointerdown", (event) => {
      held = handle.closest(".piece");
      at = event.clientY;
      held.classList.add("tenue");
      handle.setPointerCapture(event.pointerId);
      fold(handle, true);
      requestAnimationFrame(follow);
      event.preventDefault();
    });
    handle.addEventListener("pointermove", (event) => { at = event.clientY; });
    const drop = () => {
      if (!held) return;
      held.classList.remove("tenue");
      const said = `Pièce ${slips().indexOf(held) + 1} sur ${list.children.length}.`;
      held = null;
      fold(handle, false);
      settle(said);
    };
    handle.addEventListener("pointerup", drop);
    handle.addEventListener("pointercancel", drop);
  }

  // A passage taken whole is not sent: the house has it.
  form.addEventListener("formdata", ({ formData }) => {
    const boxes = [...list.querySelectorAll("[name=passage]")];
    formData.delete("passage");
    for (const box of boxes) {
      const whole = box.dataset.entier && box.value === box.defaultValue;
      formData.append("passage", whole ? "" : box.value);
    }
  });

  // A passage is cut from what is selected in its box.
  for (const details of list.querySelectorAll("details")) {
    const box = details.querySelector("textarea"), buttons = details.querySelectorAll("[data-garder], [data-couper]");
    for (const button of buttons) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const { selectionStart: start, selectionEnd: end, value } = box;
        if (start === end) return box.focus();
        if ("garder" in button.dataset) box.value = value.slice(start, end).trim();
        else box.setRangeText("[…]", start, end, "end");
        box.dispatchEvent(new Event("input", { bubbles: true }));
        box.focus();
      });
    }
  }
}
