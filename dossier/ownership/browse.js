// Searching a takeout, without a network: the index is in pieces, each read when it is needed.
"use strict";
const MOST = 200;
const box = document.getElementById("mots");
const list = document.getElementById("trouves");
const told = document.getElementById("dit");
const held = {};
const waiting = {};
let notebooks = {};

function C(all) { notebooks = all; }
function R(piece, words) { held[piece] = words; }

function fold(text) {
  return text.replace(/[œŒ]/g, "oe").replace(/[æÆ]/g, "ae").normalize("NFKD")
    .replace(/\p{M}/gu, "").toLowerCase();
}

function pieceOf(word) { return /^[a-z0-9]{2}/.test(word) ? word.slice(0, 2) : "autres"; }

function read(piece) {
  if (held[piece]) return Promise.resolve();
  waiting[piece] ??= new Promise((done) => {
    const script = document.createElement("script");
    script.src = `recherche/${piece}.js`;
    script.onload = done;
    script.onerror = () => { held[piece] = {}; done(); };
    document.head.append(script);
  });
  return waiting[piece];
}

function found(word) {
  const all = new Map();
  for (const [one, at] of Object.entries(held[pieceOf(word)])) {
    if (!one.startsWith(word)) continue;
    for (let n = 0; n < at.length; n += 4) all.set(at[n + 2], at.slice(n, n + 4));
  }
  return all;
}

function day(number) {
  const [year, month, date] = [Math.trunc(number / 10000), Math.trunc(number / 100) % 100, number % 100];
  return new Date(year, month - 1, date).toLocaleDateString("fr-FR", { dateStyle: "long" }).replace(/^1 /, "1er ");
}

async function search() {
  const asked = box.value;
  const words = fold(asked).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  list.replaceChildren();
  told.textContent = "";
  if (!words.length) return;
  await Promise.all(words.map((word) => read(pieceOf(word))));
  if (box.value !== asked) return;
  const [first, ...others] = words.map(found);
  const kept = [...first.values()].filter((at) => others.every((all) => all.has(at[2])));
  kept.sort((one, other) => other[3] - one[3] || other[2] - one[2]);
  told.textContent = kept.length > MOST ? told.dataset.trop : kept.length ? "" : told.dataset.rien;
  for (const [notebook, page, id, on] of kept.slice(0, MOST)) {
    const [folder, name] = notebooks[notebook];
    const link = document.createElement("a");
    link.href = `pages/${folder}/${page}.html#e${id}`;
    link.textContent = `${name}, ${day(on)}`;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
}

box.addEventListener("input", search);
box.closest("form").addEventListener("submit", (event) => { event.preventDefault(); search(); });
search();
