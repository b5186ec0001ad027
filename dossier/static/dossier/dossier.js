// Everything works without this file; with it, things are quicker and safer.
"use strict";

const SUITE = { headers: { "X-Suite": "1" } };

// What is being typed, for who leaves or locks at once.
let typing = null;

// Drafts: what is typed is kept a second after one stops, and when the page goes.
for (const form of document.querySelectorAll("form[data-brouillon]")) {
  const word = form.querySelector(".garde");
  let timer, changed = false, sending = false;
  const fields = () => {
    const data = new FormData(form);
    data.set("path", form.getAttribute("action"));
    data.delete("files"); // files go by themselves, once (pieces.js)
    return data;
  };
  const keep = async () => {
    if (!changed || sending) return;
    changed = false;
    try {
      const answer = await fetch(form.dataset.brouillon, { ...SUITE, method: "POST", body: fields() });
      // 403: the session has ended, or the machine is locked; the house says what becomes of it.
      if (!answer.ok && answer.status !== 403) throw new Error(answer.status);
      const { kept } = await answer.json();
      if (word) word.textContent = kept;
    } catch {
      changed = true;
      if (word) word.textContent = "Pas de réseau : votre texte n’est encore gardé que sur cet écran.";
      timer = setTimeout(keep, 5000);
    }
  };
  form.addEventListener("input", () => {
    changed = true;
    typing = () => { changed = false; return fields(); };
    clearTimeout(timer);
    timer = setTimeout(keep, 1000);
  });
  form.addEventListener("submit", (event) => {
    if (sending) return event.preventDefault();
    clearTimeout(timer);
    sending = true;
    setTimeout(() => { sending = false; }, 4000);
  });
  addEventListener("pagehide", () => {
    if (changed && !sending) navigator.sendBeacon(form.dataset.brouillon, fields());
  });
}

// Several tags in one line: what is offered goes on from those already typed.
const offerTags = (details, tags) => {
  const line = details.querySelector("[name=tags]"), list = details.querySelector("#etiquettes");
  const offer = () => {
    const typed = line.value.split(","), begun = typed.slice(0, -1).map((one) => one.trim());
    const before = begun.map((one) => `${one}, `).join("");
    const rest = tags.filter((one) => !begun.includes(one));
    list.replaceChildren(...rest.map((one) => new Option(before + one, before + one)));
  };
  line.addEventListener("input", offer);
  offer();
};

// Headings already in use, asked for only when one opens the place to give one.
for (const details of document.querySelectorAll("details[data-rubriques]")) {
  const fill = async () => {
    if (!details.open || details.dataset.filled) return;
    details.dataset.filled = "1";
    try {
      const notebook = details.closest("form").elements.notebook?.value ?? "";
      const answer = await fetch(`${details.dataset.rubriques}?cahier=${notebook}`, SUITE);
      const { headings, tags } = await answer.json();
      details.querySelector("#rubriques").append(...headings.map((name) => new Option(name, name)));
      offerTags(details, tags);
    } catch { /* one types them whole */ }
  };
  details.addEventListener("toggle", fill);
  fill();
}

// Names after @, offered as one types.
for (const form of document.querySelectorAll("form[data-noms]")) {
  const box = form.querySelector("textarea");
  let list = null, chosen = 0, names = [], start = -1, asked = 0;
  const close = () => {
    list?.remove();
    list = null;
    box.removeAttribute("aria-activedescendant");
    box.removeAttribute("aria-controls");
  };
  const mark = () => [...list.children].forEach((item, number) => {
    item.setAttribute("aria-selected", number === chosen);
    if (number === chosen) box.setAttribute("aria-activedescendant", item.id);
  });
  const pick = () => {
    box.setRangeText(`${names[chosen].title} `, start, box.selectionStart, "end");
    close();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  };
  const show = () => {
    close();
    list = document.createElement("ul");
    list.className = "noms";
    list.id = "noms";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.nomsTitre);
    names.forEach((name, number) => {
      const item = document.createElement("li");
      item.id = `nom-${number}`;
      item.setAttribute("role", "option");
      item.textContent = name.title;
      item.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        chosen = number;
        pick();
      });
      list.append(item);
    });
    box.after(list);
    box.setAttribute("aria-controls", "noms");
    chosen = 0;
    mark();
  };
  box.addEventListener("input", async () => {
    const before = box.value.slice(0, box.selectionStart);
    const typed = /(?:^|[\s(«"'’])@([^@\n]{0,30})$/u.exec(before);
    if (!typed) return close();
    start = box.selectionStart - typed[1].length;
    const mine = ++asked;
    try {
      const answer = await fetch(`${form.dataset.noms}?q=${encodeURIComponent(typed[1])}`, SUITE);
      if (mine !== asked || !answer.ok) return;
      names = (await answer.json()).names;
    } catch {
      names = [];
    }
    if (mine === asked) names.length ? show() : close();
  });
  box.addEventListener("keydown", (event) => {
    if (!list) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) chosen = (chosen + step + names.length) % names.length, mark();
    else if (event.key === "Enter" || event.key === "Tab") pick();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", () => setTimeout(close, 150));
}

// A part of a page, asked for as a document that runs nothing: no text becomes a page here.
const ask = (address, data) => new Promise((done, fail) => {
  const request = new XMLHttpRequest();
  request.open(data ? "POST" : "GET", address);
  request.setRequestHeader("X-Suite", "1");
  request.responseType = "document";
  request.overrideMimeType("text/html;charset=utf-8"); // whatever a proxy answers
  request.onload = () => {
    const { status, response } = request;
    done({ ok: status >= 200 && status < 300, status, body: response?.body ?? document.createElement("body") });
  };
  request.onerror = () => fail(new Error("0"));
  request.send(data);
});

// A timeline goes on by itself when one reaches its end.
const watcher = "IntersectionObserver" in window && new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) if (isIntersecting) follow(target);
}, { rootMargin: "1200px" });

const follow = async (end) => {
  watcher.unobserve(end);
  const link = end.querySelector("a");
  try {
    const { ok, body } = await ask(link.href);
    if (!ok) return;
    const days = new Set([...document.querySelectorAll(".jour[data-jour]")].map((day) => day.dataset.jour));
    for (const day of body.querySelectorAll(".jour[data-jour]")) if (days.has(day.dataset.jour)) day.remove();
    end.replaceWith(...body.childNodes);
    watch();
  } catch { /* the link stays, and can be followed by hand */ }
};
const watch = () => {
  for (const end of document.querySelectorAll("[data-suite] .suite")) if (watcher) watcher.observe(end);
};
watch();

// Results as one types.
for (const form of document.querySelectorAll("form[data-recherche]")) {
  const results = document.getElementById("resultats");
  let timer, asked = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++asked, query = new URLSearchParams(new FormData(form));
      try {
        const { ok, body } = await ask(`?${query}`);
        if (mine !== asked || !ok) return;
        results.replaceChildren(...body.childNodes);
        history.replaceState(null, "", `?${query}`);
      } catch { /* the button still asks */ }
    }, 180);
  });
}

// Ctrl+Enter signs.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit?.();
});

// Leaving at once (Escape, twice), and a shared machine that locks after a rest: the page goes
// first, what was being typed is kept, and nothing is left to come back to.
const depart = document.querySelector(".depart");
if (depart) {
  const go = async (button) => {
    const data = typing?.() ?? new FormData(depart);
    data.set("then", location.pathname + location.search);
    document.documentElement.hidden = true;
    document.title = "Nouvel onglet";
    // A text of usual length goes on its way even after the page; one leaves without waiting long.
    const keepalive = JSON.stringify([...data]).length < 20000;
    try {
      const sent = fetch(button.formAction, { method: "POST", body: data, redirect: "manual", keepalive });
      await (button === out ? Promise.race([sent, new Promise((late) => setTimeout(late, 3000))]) : sent);
    } catch { /* no network: the page goes all the same */ }
    location.replace(button.dataset.vers);
  };
  const [shut, out] = ["[data-repos]", "[data-vers]:not([data-repos])"].map((one) => depart.querySelector(one));
  let pressed = -Infinity;
  depart.addEventListener("submit", (event) => {
    if (event.submitter?.dataset.vers) event.preventDefault(), go(event.submitter);
  });
  addEventListener("keydown", ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    if (key === "Escape" && document.querySelector("ul.noms")) return; // it shuts the list of names
    if (key === "Escape" && timeStamp - pressed < 700) go(out);
    pressed = key === "Escape" ? timeStamp : -Infinity;
  }, true);
  if (shut) {
    const wire = new BroadcastChannel("repos");
    let timer, told = Date.now();
    const awake = () => {
      clearTimeout(timer);
      timer = setTimeout(go, shut.dataset.repos * 60000, shut);
    };
    const moved = () => {
      awake();
      if (Date.now() - told < 40000) return;
      told = Date.now();
      wire.postMessage(0); // to the other tabs; and to the house, which keeps the minute
      fetch("/sante").catch(() => {});
    };
    for (const sign of ["pointerdown", "pointermove", "keydown", "scroll"]) addEventListener(sign, moved, { passive: true });
    wire.onmessage = awake;
    awake();
    // Back must show the lock, not a page that the browser remembers.
    addEventListener("pagehide", ({ persisted }) => { document.documentElement.hidden = persisted; });
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  }
}

// What takes a while: how far it went, until the next page comes.
for (const form of document.querySelectorAll("form[data-avance]")) {
  form.addEventListener("submit", () => {
    const told = form.querySelector(".avance"), bar = told.querySelector("progress");
    form.querySelector("button").disabled = true;
    told.hidden = false;
    setInterval(async () => {
      try { bar.value = (await (await fetch(form.dataset.avance)).json()).part; } catch { /* the next one says more */ }
    }, 400);
  });
}
