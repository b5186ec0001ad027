// A signature drawn with a finger, a pen or a mouse: lines of points from 0 to 1000, kept in a field.
"use strict";

for (const frame of document.querySelectorAll("[data-signature]")) {
  const field = document.getElementById(frame.dataset.signature);
  const canvas = frame.querySelector("canvas");
  const ink = canvas.getContext("2d");
  const word = frame.querySelector("[data-etat]");
  const MOST = 8000, LINES = 300;
  let lines = [], line = null, count = 0;

  try { lines = JSON.parse(field.value || "[]"); } catch { lines = []; }
  if (!Array.isArray(lines)) lines = [];
  count = lines.flat().length;

  const paint = () => {
    ink.clearRect(0, 0, canvas.width, canvas.height);
    ink.strokeStyle = getComputedStyle(canvas).color;
    ink.lineCap = ink.lineJoin = "round";
    ink.lineWidth = 6;
    for (const points of lines) {
      ink.beginPath();
      ink.moveTo(...points[0]);
      if (points.length === 1) ink.lineTo(points[0][0] + 0.1, points[0][1]);
      for (const point of points) ink.lineTo(...point);
      ink.stroke();
    }
  };
  const keep = () => {
    field.value = lines.length ? JSON.stringify(lines) : "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    const place = (from, start, size, most) => Math.min(most, Math.max(0, Math.round((from - start) * most / size)));
    return [place(event.clientX, box.left, box.width, canvas.width), place(event.clientY, box.top, box.height, canvas.height)];
  };
  const add = (point) => {
    const last = line.at(-1);
    const near = last && Math.abs(last[0] - point[0]) + Math.abs(last[1] - point[1]) < 3;
    if (near || count >= MOST) return;
    line.push(point);
    count += 1;
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (line || count >= MOST || lines.length >= LINES) return;
    canvas.setPointerCapture(event.pointerId);
    line = [];
    add(at(event));
    lines.push(line);
    paint();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!line) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) add(at(one));
    paint();
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => {
    if (!line) return;
    line = null;
    word.textContent = "";
    keep();
  });
  frame.querySelector("[data-recommencer]").addEventListener("click", () => {
    lines = [];
    line = null;
    count = 0;
    paint();
    keep();
    word.textContent = "Le cadre est vide.";
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  frame.hidden = false;
  paint();
}
