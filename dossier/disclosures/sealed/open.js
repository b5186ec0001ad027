"use strict";
(() => {
  // What views are made of: the list of sealing.py, looked at again here.
  const TAGS = new Set("p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong b i s u sub sup small span q time figure figcaption table caption thead tbody tfoot tr th td div".split(" "));
  const INLINE = /^(code|em|strong|[bisuq]|su[bp]|small|span|time|mark)$/;
  // Passages counted, and marked.
  const MOST = 999;
  const $ = (id) => document.getElementById(id);
  const all = (what, root = document) => root.querySelectorAll(what);
  const make = (name, text, into) => {
    const made = document.createElement(name);
    if (text) made.append(text);
    if (into) into.append(made);
    return made;
  };
  const day = (iso) => new Date(`${iso}T12:00`).toLocaleDateString("fr-FR", { dateStyle: "full" }).replace(" 1 ", " 1er ");
  const fill = (words) => { for (const one of all("[data-of]")) if (words[one.dataset.of]) one.textContent = words[one.dataset.of]; };
  const s = (many) => (many === 1 ? "" : "s");

  // What is told at the door is in the page, hidden: wait, wrong, damaged, cut, old.
  const tell = (what) => { for (const one of $("dit").children) one.hidden = one.id !== what; };
  const stop = (why) => { throw Error(why); };

  /* The sealed bytes: decision 0026 */
  const bytes = ({ textContent }) => {
    let raw;
    try { raw = atob(textContent); } catch { stop("damaged"); }
    if (btoa(raw) !== textContent) stop("damaged");
    const out = new Uint8Array(raw.length);
    for (let at = 0; at < raw.length; at++) out[at] = raw.charCodeAt(at);
    return out;
  };
  const utf8 = (data) => new TextDecoder().decode(data);
  const hex = (data) => [...data].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const sha256 = async (data) => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", data)));

  async function head(element) {
    const held = bytes(element);
    if (held.length < 108 || await sha256(held.subarray(0, -32)) !== hex(held.subarray(-32))) stop("damaged");
    const iterations = new DataView(held.buffer).getUint32(8);
    if (utf8(held.subarray(0, 8)) !== "DOSSIER\x01" || iterations < 6e5 || iterations > 1e7) stop("damaged");
    return { iterations, salt: held.subarray(12, 28), header: held.subarray(0, -48), door: held.subarray(-48, -32) };
  }

  async function unlock(phrase, { iterations, salt, header, door }) {
    const heard = phrase.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").match(/[a-z0-9]+/g) || [];
    const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(heard.join(" ")), "PBKDF2", false, ["deriveKey"]);
    const key = await crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, typed, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const open = (iv, data, why) => crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: header }, key, data).catch(() => stop(why));
    await open(new Uint8Array(12).fill(255), door, "wrong");
    return open;
  }

  async function decipher(open, chunks) {
    const clear = [], bar = $("avance");
    bar.max = chunks.length;
    for (const [number, chunk] of chunks.entries()) {
      const iv = new Uint8Array(12);
      new DataView(iv.buffer).setUint32(7, number);
      iv[11] = number === chunks.length - 1;
      clear.push(await open(iv, bytes(chunk), "damaged"));
      bar.value = number + 1;
    }
    const whole = await new Blob(clear).arrayBuffer(), end = whole.byteLength - 8, tail = new DataView(whole, end);
    const length = tail.getUint32(0) * 2 ** 32 + tail.getUint32(4);
    const index = JSON.parse(utf8(new Uint8Array(whole, end - length, length)));
    let at = 0;
    for (const part of index.parts) {
      part.same = true;
      for (const one of [part, part.html]) {
        if (!one) continue;
        one.bytes = new Uint8Array(whole, at, one.length);
        at += one.length;
        if (await sha256(one.bytes) !== one.sha256) part.same = false;
      }
    }
    return index;
  }

  /* What is read */
  const policy = window.trustedTypes ? trustedTypes.createPolicy("lecture", { createHTML: (text) => text }) : { createHTML: (text) => text };
  // Shown: { part, text, marks } of each part on the page. A hit: a part, and which of its passages.
  let parts, manifest, shown = [], wanted = "", hits = [], current = -1, sum;

  function grow(from, into) {
    for (const node of from.childNodes) {
      if (node.nodeType === 3) into.append(node.data);
      else if (TAGS.has(node.localName)) {
        const made = make(node.localName.replace(/^h[12]$/, "h3"), "", into);
        for (const { name, value } of node.attributes) if (/^(class|dir|lang|start|scope|colspan|rowspan)$/.test(name)) made.setAttribute(name, value);
        grow(node, made);
      }
    }
  }

  function draw(part) {
    const into = make("div");
    if (part.html) grow(new DOMParser().parseFromString(policy.createHTML(utf8(part.html.bytes)), "text/html").body, into);
    else if (/^text\/plain\b/.test(part.mime)) {
      const lines = make("pre", "", into);
      lines.dir = "auto";
      for (const line of utf8(part.bytes).match(/[^\n]*\n?/g)) lines.append(line);
    }
    return into;
  }

  function drawFile(part, into) {
    const kind = (/^(image|audio|video)\/(?!svg)/.exec(part.mime) || [])[1];
    const file = new Blob([part.bytes], { type: kind ? part.mime : "application/octet-stream" });
    if (kind && !part.html) {
      const made = make(kind === "image" ? "img" : kind, "", into);
      made.src = URL.createObjectURL(file);
      made.alt = made.title = part.title;
      made.controls = true;
    } else if (!into.lastChild.hasChildNodes()) make("p", "Ce document s’ouvre avec un autre logiciel : enregistrez-le d’abord.", into);
    const keep = make("div", "", into), name = part.path.split("/").pop();
    keep.className = "garder";
    make("button", "Enregistrer ce fichier", keep).onclick = () => {
      const link = make("a");
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
    };
    make("p", `Enregistré, « ${name} » ne sera plus protégé par la phrase secrète.`, keep).className = "petit";
  }

  function drawManifest() {
    const same = parts.every((part) => part.same);
    fill({ ...manifest, until: day(manifest.until), made: new Date(manifest.made).toLocaleString("fr-FR", { dateStyle: "full", timeStyle: "short" }) });
    for (const consent of manifest.consents) make("li", consent, $("accords"));
    $("pareilles").hidden = !same;
    $("changees").hidden = same;
    for (const part of parts) for (const one of [part, part.html]) if (one) make("code", one.sha256, make("li", `${part.title}${one === part ? "" : ", tel que montré ici"} : `, $("sommes")));
  }

  function show(what) {
    const page = document.createDocumentFragment(), drawn = [];
    for (const part of parts) {
      if (what !== "tout" && what !== part) continue;
      const place = make("article", "", page), text = draw(part);
      make("h2", part.title, place);
      if (!part.same) make("p", "Attention : ce document n’a pas l’empreinte notée au départ.", place).className = "refus";
      place.append(text);
      drawn.push({ part, text, marks: mark(text, part) });
      drawFile(part, place);
    }
    $("textes").replaceChildren(page);
    $("apropos").hidden = typeof what !== "string";
    shown = drawn;
    for (const button of all("button", $("liste"))) button.setAttribute("aria-current", button.what === what);
  }

  /* Search: case, accents and kinds of spaces do not count */
  const folds = new Map();
  const fold = (sign) => {
    if (!folds.has(sign)) folds.set(sign, sign.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace("œ", "oe").replace("æ", "ae").replace(/[’‘]/, "'").replace(/\s/, " "));
    return folds.get(sign);
  };

  // Its text folded, and where each sign stands: [node, start, end].
  function read(root, signs = [], spots = []) {
    for (const node of root.childNodes) {
      const edge = node.nodeType !== 3 && !INLINE.test(node.localName);
      if (edge) spots[signs.push("\n") - 1] = [];
      if (node.nodeType !== 3) read(node, signs, spots);
      else {
        let at = 0;
        for (const sign of node.data) {
          for (const one of fold(sign)) if (one !== " " || signs[signs.length - 1] !== " ") spots[signs.push(one) - 1] = [node, at, at + sign.length];
          at += sign.length;
        }
      }
      if (edge) spots[signs.push("\n") - 1] = [];
    }
    return [signs, spots];
  }

  function find(text) {
    const found = [];
    if (wanted.length > 1) for (let at = -1; found.length <= MOST && (at = text.indexOf(wanted, at < 0 ? 0 : at + wanted.length)) >= 0;) found.push(at);
    return found;
  }

  // Marks a text from its end, so that what is before stays where it was.
  function mark(root, part) {
    const many = hits.filter((hit) => hit[0] === part).length;
    if (!many) return [];
    const [signs, spots] = read(root);
    return find(signs.join("")).slice(0, many).reverse().map((start) => {
      const marks = [];
      for (let to = start + wanted.length - 1; to >= start;) {
        const [node, , end] = spots[to];
        let from = to;
        while (from > start && spots[from - 1][0] === node) from--;
        if (spots[from][1] < node.length) {
          node.splitText(Math.min(end, node.length));
          const middle = node.splitText(spots[from][1]), made = make("mark");
          middle.replaceWith(made);
          made.append(middle);
          marks.unshift(made);
        }
        to = from - 1;
      }
      return marks;
    }).reverse();
  }

  function search() {
    wanted = Array.from($("quoi").value.trim(), fold).join("").replace(/ +/g, " ");
    hits = [];
    current = -1;
    for (const part of parts) {
      if (hits.length > MOST) break;
      part.folded ??= read(draw(part))[0].join("");
      hits.push(...find(part.folded).map((at, number) => [part, number]));
    }
    sum = hits.length > MOST ? `plus de ${MOST}` : hits.length;
    hits = hits.slice(0, MOST);
    for (const one of shown) {
      for (const made of all("mark", one.text)) made.replaceWith(...made.childNodes);
      one.text.normalize();
      one.marks = mark(one.text, one.part);
    }
    const places = new Set(hits.map(([part]) => part)).size;
    $("pas").hidden = !hits.length;
    $("pas").parentNode.classList.toggle("la", hits.length);
    $("compte").textContent = wanted.length < 2 ? "" : hits.length ? `${sum} passage${s(sum)}, dans ${places} document${s(places)}.` : "Aucun passage.";
  }

  function step(way) {
    if (!hits.length) return;
    current = (Math.max(current, way < 0 ? 0 : -1) + way + hits.length) % hits.length;
    const [part, number] = hits[current], here = () => shown.find((one) => one.part === part);
    if (!here()) show(part);
    for (const made of all(".ici")) made.className = "";
    const marks = here().marks[number] || [];
    for (const made of marks) made.className = "ici";
    if (marks[0]) marks[0].scrollIntoView({ block: "center" });
    $("compte").textContent = `Passage ${current + 1} sur ${sum}, dans « ${part.title} ».`;
  }

  /* The door, and what is behind */
  function enter(index) {
    ({ parts, manifest } = index);
    const leads = (button, what) => {
      button.what = what;
      button.onclick = () => {
        show(what);
        $("lecture").focus({ preventScroll: true });
        $("lecture").scrollIntoView();
      };
    };
    leads($("vers-apropos"), "apropos");
    leads($("vers-tout"), "tout");
    for (const part of parts) {
      const item = make("li"), button = make("button", part.title, item);
      if (!part.same) make("small", "Attention : empreinte différente", button);
      $("vers-tout").parentNode.before(item);
      leads(button, part);
    }
    $("vers-tout").hidden = parts.length < 2;
    drawManifest();
    show("apropos");
    $("porte").remove();
    $("dedans").hidden = $("gestes").hidden = false;
    $("ouvert").focus();
  }

  async function ask(start, chunks) {
    const button = $("entrer");
    if (button.disabled) return;
    button.disabled = true;
    tell("wait");
    $("avance").hidden = false;
    try {
      enter(await decipher(await unlock($("phrase").value, start), chunks));
      for (const chunk of chunks) chunk.remove();
    } catch (error) {
      tell($(error.message) ? error.message : "old");
      button.disabled = false;
      $("avance").hidden = true;
      $("phrase").focus();
    }
  }

  document.addEventListener("DOMContentLoaded", async () => {
    try {
      if (!crypto.subtle || !Blob.prototype.arrayBuffer) stop("old");
      if (!$("end")) stop("cut");
      const [first, ...chunks] = all('[type="application/octet-stream"]');
      if (!chunks.length) stop("damaged");
      const start = await head(first), cover = JSON.parse(utf8(start.header.subarray(60)));
      const now = new Date();
      $("perime").hidden = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10) <= cover.until;
      fill({ ...cover, until: day(cover.until) });
      $("ouvrir").hidden = false;
      $("ouvrir").onsubmit = (event) => { event.preventDefault(); ask(start, chunks); };
    } catch (error) {
      tell($(error.message) ? error.message : "old");
    }
    $("attente").hidden = true;
  });
  let later;
  $("quoi").oninput = () => { clearTimeout(later); later = setTimeout(search, 250); };
  $("chercher").onsubmit = (event) => {
    event.preventDefault();
    clearTimeout(later);
    if (current < 0) search();
    step(1);
  };
  $("avant").onclick = () => step(-1);
  $("apres").onclick = () => step(1);
  $("imprimer").onclick = () => print();
  $("refermer").onclick = () => location.reload();
})();
