"use strict";
(() => {
  // What views may be made of: the list of sealing.py, checked again here.
  const TAGS = new Set("p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong b i s u sub sup small span q time figure figcaption table caption thead tbody tfoot tr th td div".split(" "));
  const INLINE = new Set("code em strong b i s u sub sup small span q time mark".split(" "));
  const KEPT = ["dir", "lang", "start", "scope", "colspan", "rowspan"];
  const LOWER = { h1: "h3", h2: "h3" };
  const MOST = 999; // passages counted
  const $ = (id) => document.getElementById(id);
  const utf8 = new TextDecoder();
  const day = (iso) => new Date(`${iso}T12:00`).toLocaleDateString("fr-FR", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const make = (name, text = "", into = null) => {
    const made = document.createElement(name);
    made.append(text);
    if (into) into.append(made);
    return made;
  };

  let cover = {}, house = "la personne qui vous l’a remis";
  const told = {
    wrong: () => `Cette phrase n’ouvre pas ce fichier. Relisez-la mot à mot : une seule lettre compte. Si ce sont bien ces mots-là, faites-les répéter (${house}).`,
    damaged: () => `Ce fichier est abîmé : il n’est plus tel qu’il a été scellé, et rien n’en sera montré. Copiez-le de nouveau depuis l’original, ou demandez-en un autre (${house}).`,
    cut: () => `Ce fichier est incomplet : la fin manque. Téléchargez-le ou copiez-le de nouveau ; sinon, demandez-en un autre (${house}).`,
    old: () => "Ce navigateur est trop ancien pour ouvrir ce fichier. Essayez sur un ordinateur, avec Firefox, Chrome ou Edge à jour.",
  };
  const refuse = (why) => {
    $("dit").replaceChildren();
    make("p", (told[why] || told.damaged)(), $("dit")).className = "refus";
  };
  const stop = (why) => { throw Object.assign(new Error(why), { why }); };

  /* The sealed bytes: decision 0026 */
  const bytes = (element) => {
    const text = element.textContent;
    let raw = "";
    try { raw = atob(text); } catch { stop("damaged"); }
    if (btoa(raw) !== text) stop("damaged");
    const out = new Uint8Array(raw.length);
    for (let at = 0; at < raw.length; at++) out[at] = raw.charCodeAt(at);
    return out;
  };
  const sha256 = async (data) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const hex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");

  async function head(element) {
    const all = bytes(element), view = new DataView(all.buffer);
    if (all.length < 108 || utf8.decode(all.subarray(0, 8)) !== "DOSSIER\x01") stop("damaged");
    if (await sha256(all.subarray(0, -32)) !== hex(all.subarray(-32))) stop("damaged");
    const iterations = view.getUint32(8);
    if (iterations < 600000 || iterations > 10000000) stop("damaged");
    return { iterations, salt: all.subarray(12, 28), header: all.subarray(0, -48), door: all.subarray(-48, -32) };
  }

  async function unlock(phrase, { iterations, salt, header, door }) {
    const heard = phrase.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").match(/[a-z0-9]+/g) || [];
    const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(heard.join(" ")), "PBKDF2", false, ["deriveKey"]);
    const key = await crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, typed, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const open = (iv, data, why) => crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: header }, key, data).catch(() => stop(why));
    await open(new Uint8Array(12).fill(255), door, "wrong");
    return open;
  }

  async function decipher(open, chunks, advance) {
    const clear = [];
    for (let number = 0; number < chunks.length; number++) {
      const iv = new Uint8Array(12);
      new DataView(iv.buffer).setUint32(7, number);
      iv[11] = number === chunks.length - 1;
      clear.push(await open(iv, bytes(chunks[number]), "damaged"));
      advance(number + 1, chunks.length);
    }
    const whole = new Blob(clear), size = whole.size;
    const tail = new DataView(await whole.slice(size - 8).arrayBuffer());
    const start = size - 8 - (tail.getUint32(0) * 2 ** 32 + tail.getUint32(4));
    const index = JSON.parse(await whole.slice(start, size - 8).text());
    let at = 0;
    const take = async (entry) => {
      const blob = whole.slice(at, at += entry.length);
      return { blob, same: await sha256(await blob.arrayBuffer()) === entry.sha256 };
    };
    for (const part of index.parts) {
      part.content = await take(part);
      part.view = part.html && await take(part.html);
      part.same = part.content.same && (!part.view || part.view.same);
    }
    return index;
  }

  /* What is read */
  const policy = window.trustedTypes ? trustedTypes.createPolicy("lecture", { createHTML: (text) => text }) : { createHTML: (text) => text };
  const shown = []; // [part, article, marks] on the page
  let parts = [], manifest = {}, hits = [], current = -1, wanted = "";

  function grow(from, into) {
    for (const node of from.childNodes) {
      if (node.nodeType === 3) into.append(node.data);
      else if (node.nodeType === 1 && TAGS.has(node.localName)) {
        const made = make(LOWER[node.localName] || node.localName, "", into);
        for (const name of KEPT) if (node.hasAttribute(name)) made.setAttribute(name, node.getAttribute(name));
        if (/^(marque|vh)$/.test(node.className)) made.className = node.className;
        grow(node, made);
      }
    }
  }

  const isText = (part) => part.view || /^text\/plain\b/.test(part.mime);

  async function draw(part, into) {
    const { blob } = part.content;
    if (part.view) grow(new DOMParser().parseFromString(policy.createHTML(await part.view.blob.text()), "text/html").body, into);
    else if (isText(part)) make("pre", await blob.text(), into).dir = "auto";
  }

  function file(part, into) {
    const { blob } = part.content, kind = /^(image|audio|video)\/(?!svg)[a-z0-9.+-]+$/.exec(part.mime);
    const typed = new Blob([blob], { type: kind ? part.mime : "application/octet-stream" });
    if (kind && !part.view) {
      const made = make(kind[1] === "image" ? "img" : kind[1]);
      made.src = URL.createObjectURL(typed);
      if (kind[1] === "image") made.alt = part.title;
      else { made.controls = true; made.setAttribute("aria-label", part.title); }
      into.append(made);
    }
    const name = part.path.split("/").pop();
    make("p", `Enregistré, « ${name} » ne sera plus protégé par la phrase secrète.`, into).className = "petit";
    make("button", "Enregistrer ce fichier", into).onclick = () => {
      const link = make("a");
      link.href = URL.createObjectURL(typed);
      link.download = name;
      link.click();
    };
  }

  function drawManifest(into) {
    const list = make("dl", "", into);
    const say = (what, text) => { if (text) { make("dt", what, list); return make("dd", text, list); } };
    say("Ce que c’est", manifest.what);
    say("Pour quoi", manifest.purpose);
    say("Pour qui", manifest.recipient);
    say("Préparé par", `${manifest.by}, ${manifest.house}`);
    say("Le", new Date(manifest.made).toLocaleString("fr-FR", { dateStyle: "full", timeStyle: "short" }));
    say("À lire jusqu’au", day(manifest.until));
    if (manifest.consents.length) {
      const each = make("ul", "", say("Avec quels accords", " "));
      for (const consent of manifest.consents) make("li", consent, each);
    }
    const wrong = parts.filter((part) => !part.same).length;
    const many = parts.length > 1;
    const checked = say("Empreintes", wrong
      ? `Attention : ${wrong} document${wrong > 1 ? "s ne sont plus tels qu’ils ont été scellés" : " n’est plus tel qu’il a été scellé"}.`
      : many ? `Les ${parts.length} documents sont tels qu’ils ont été scellés.` : "Le document est tel qu’il a été scellé.");
    if (wrong) checked.className = "refus";
    const details = make("details", "", into);
    make("summary", "Voir les empreintes (SHA-256)", details);
    const lines = make("ul", "", details);
    for (const part of parts) make("code", part.sha256, make("li", `${part.title} : ${part.same ? "la même" : "différente"} `, lines));
  }

  async function show(what) {
    const place = $("lecture");
    for (const media of place.querySelectorAll("img, audio, video")) URL.revokeObjectURL(media.src);
    place.replaceChildren();
    shown.length = 0;
    for (const button of $("liste").querySelectorAll("button")) button.toggleAttribute("aria-current", button.what === what);
    if (what === "all" || what === "manifest") {
      const article = make("article", "", place);
      make("h2", "À propos de ce fichier", article);
      drawManifest(article);
    }
    for (const part of what === "all" ? parts : parts.filter((one) => one === what)) {
      const article = make("article", "", place);
      make("h2", part.title, article);
      if (!part.same) make("p", "Attention : ce document n’est plus tel qu’il a été scellé.", article).className = "refus";
      const text = make("div", "", article);
      await draw(part, text);
      shown.push([part, text, mark(text)]);
      file(part, article);
    }
  }

  /* Search: accents, case and kinds of spaces do not count */
  const folds = new Map();
  function fold(sign) {
    if (!folds.has(sign)) folds.set(sign, sign.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace("œ", "oe").replace("æ", "ae").replace(/[’‘]/, "'").replace(/\s/, " "));
    return folds.get(sign);
  }

  function read(root) {
    const signs = [], spots = [];
    (function walk(parent) {
      for (const node of parent.childNodes) {
        if (node.nodeType === 3) {
          let at = 0;
          for (const sign of node.data) {
            for (const one of fold(sign)) {
              if (one === " " && signs[signs.length - 1] === " ") continue;
              signs.push(one);
              spots.push([node, at, at + sign.length]);
            }
            at += sign.length;
          }
        } else {
          const apart = !INLINE.has(node.localName);
          if (apart) { signs.push("\n"); spots.push(null); }
          walk(node);
          if (apart) { signs.push("\n"); spots.push(null); }
        }
      }
    })(root);
    return { text: signs.join(""), spots };
  }

  function places(text) {
    const found = [];
    if (wanted.length > 1) for (let at = text.indexOf(wanted); at >= 0 && found.length <= MOST; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
    return found;
  }

  function mark(root) {
    if (wanted.length < 2) return [];
    const { text, spots } = read(root);
    return places(text).reverse().map((start) => {
      const marks = [];
      for (let to = start + wanted.length - 1; to >= start;) {
        const [node, , end] = spots[to];
        let from = to;
        while (from > start && spots[from - 1] && spots[from - 1][0] === node) from--;
        const first = spots[from][1], last = Math.min(end, node.length);
        if (first < last) {
          node.splitText(last);
          const middle = node.splitText(first);
          const made = make("mark");
          middle.replaceWith(made);
          made.append(middle);
          marks.unshift(made);
        }
        to = from - 1;
      }
      return marks;
    }).reverse();
  }

  async function search() {
    wanted = Array.from($("quoi").value.trim(), fold).join("").replace(/ +/g, " ");
    hits = [];
    current = -1;
    for (const part of parts) {
      if (wanted.length < 2 || !isText(part) || hits.length > MOST) continue;
      if (part.folded === undefined) {
        const away = make("div");
        await draw(part, away);
        part.folded = read(away).text;
      }
      places(part.folded).forEach((_, number) => hits.push([part, number]));
    }
    for (const one of shown) {
      for (const made of one[1].querySelectorAll("mark")) made.replaceWith(...made.childNodes);
      one[1].normalize();
      one[2] = mark(one[1]);
    }
    $("passages").hidden = !hits.length;
    if (hits.length) await step(1);
    else $("compte").textContent = wanted.length > 1 ? "Aucun passage." : "";
  }

  async function step(way) {
    current = (current + way + hits.length) % hits.length;
    const [part, number] = hits[current];
    if (!shown.some(([one]) => one === part)) await show(part);
    for (const made of document.querySelectorAll("mark.ici")) made.className = "";
    const marks = shown.find(([one]) => one === part)[2][number] || [];
    for (const made of marks) made.className = "ici";
    if (marks[0]) marks[0].scrollIntoView({ block: "center" });
    $("compte").textContent = hits.length > MOST
      ? `Passage ${current + 1}, et plus de ${MOST} en tout : ajoutez un mot.`
      : `Passage ${current + 1} sur ${hits.length}, dans « ${part.title} ».`;
  }

  /* The door, and what is behind */
  function enter(index) {
    ({ parts, manifest } = index);
    const add = (title, what, small) => {
      const button = make("button", title, make("li", "", $("liste")));
      button.what = what;
      if (small) make("small", small, button);
      button.onclick = async () => {
        await show(what);
        $("lecture").focus({ preventScroll: true });
        $("lecture").scrollIntoView();
      };
    };
    add("À propos de ce fichier", "manifest");
    for (const part of parts) add(part.title, part, part.same ? "" : "Attention : il a changé.");
    if (parts.length > 1) add("Tout, à la suite", "all", "Pour tout lire ou tout imprimer");
    $("porte").remove();
    $("dedans").hidden = $("gestes").hidden = false;
    $("ouvert").focus();
    return show("manifest");
  }

  function wait() {
    $("attente").hidden = true;
    $("ouvrir").hidden = false;
    const late = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10) > cover.until;
    $("perime").textContent = `Ce fichier devait être lu jusqu’au ${day(cover.until)} : cette date est passée. Ne vous en servez plus : supprimez-le, ou demandez s’il en faut un nouveau (${house}).`;
    $("perime").hidden = !late;
  }

  document.addEventListener("DOMContentLoaded", async () => {
    try {
      if (!window.crypto || !crypto.subtle || !window.Blob || !Blob.prototype.arrayBuffer) stop("old");
      if (!$("end")) stop("cut");
      const [first, ...chunks] = document.querySelectorAll('script[type="application/octet-stream"]');
      if (!chunks.length) stop("damaged");
      const start = await head(first);
      cover = JSON.parse(utf8.decode(start.header.subarray(60)));
      house = cover.house;
      for (const name of ["recipient", "house"]) for (const one of document.querySelectorAll(`[data-of=${name}]`)) one.textContent = cover[name];
      for (const one of document.querySelectorAll("[data-of=until]")) one.textContent = day(cover.until);
      wait();
      $("ouvrir").onsubmit = async (event) => {
        event.preventDefault();
        const button = $("ouvrir").querySelector("button");
        if (button.disabled) return;
        button.disabled = true;
        $("dit").textContent = "Ouverture en cours…";
        $("avance").hidden = false;
        try {
          const open = await unlock($("phrase").value, start);
          await enter(await decipher(open, chunks, (done, all) => Object.assign($("avance"), { max: all, value: done })));
          for (const chunk of chunks) chunk.remove();
        } catch (error) {
          refuse(error.why);
          button.disabled = false;
          $("avance").hidden = true;
          $("phrase").focus();
        }
      };
    } catch (error) {
      $("attente").hidden = true;
      refuse(error.why);
    }
  });
  $("refermer").onclick = () => location.reload();
  $("imprimer").onclick = () => window.print();
  $("avant").onclick = () => step(-1);
  $("apres").onclick = () => step(1);
  $("chercher").onsubmit = (event) => { event.preventDefault(); if (hits.length) step(1); };
  let later = 0;
  $("quoi").oninput = () => { clearTimeout(later); later = setTimeout(search, 250); };
})();
