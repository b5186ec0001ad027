// Photos, sounds, drawings: sent as soon as they are made, so that none waits in a page.
"use strict";

for (const place of document.querySelectorAll("[data-joindre]")) {
  const form = place.closest("form");
  const list = place.querySelector("[data-liste]");
  const refused = place.querySelector("[data-refus]");
  const word = place.querySelector("[data-etat]");
  const input = place.querySelector("input[type=file]");
  const waiting = new Set();
  let going = false, wants = null;

  const say = (text) => { word.textContent = text; };
  const named = (kind, ending) => {
    const now = new Date();
    const hour = `${now.getHours()} h ${String(now.getMinutes()).padStart(2, "0")}`;
    return `${kind} du ${now.toLocaleDateString("fr-FR", { day: "numeric", month: "long" })}, ${hour}.${ending}`;
  };

  // What could not be joined is said until one closes it, whatever comes after.
  const refuse = (text) => {
    const item = document.createElement("li");
    item.className = "refus";
    item.append(`${text} `, button("Fermer", () => { item.remove(); }, "lien"));
    refused.append(item);
  };
  const setAside = () => {
    const told = [...list.querySelectorAll(".refus")];
    for (const one of told) one.remove(), refuse(one.textContent);
    return told.length;
  };

  // One file at a time, tried again until it is there.
  const send = async () => {
    if (going) return;
    going = true;
    for (const file of waiting) {
      say(`Envoi de « ${file.name} »…`);
      const data = new FormData();
      for (const name of ["csrfmiddlewaretoken", "plume", "key", "notebook", "path", "text"]) {
        const field = form.elements[name];
        if (field?.value) data.set(name, field.value);
      }
      data.append("files", file, file.name);
      try {
        const answer = await ask(place.dataset.joindre, data);
        if (answer.status === 413) {
          waiting.delete(file);
          refuse(`« ${file.name} » est trop lourd : il n’a pas été envoyé.`);
          say("");
          continue;
        }
        if (!answer.ok) throw new Error(answer.status);
        const typed = new Map([...list.querySelectorAll("input")].map((one) => [one.name, one.value]));
        list.replaceChildren(...answer.body.childNodes);
        const lacks = setAside();
        for (const one of list.querySelectorAll("input")) if (typed.has(one.name)) one.value = typed.get(one.name);
        waiting.delete(file);
        say(lacks ? "" : `« ${file.name} » est joint.`);
      } catch (failure) {
        say(failure.message === "403"
          ? "On ne vous reconnaît plus. Reconnectez-vous dans un autre onglet : rien n’est perdu ici."
          : `Pas de réseau : « ${file.name} » attend ici, on réessaie.`);
        setTimeout(send, 5000);
        break;
      }
    }
    going = false;
    if (!waiting.size && wants) form.requestSubmit(wants);
  };
  const join = (files) => {
    for (const file of files) waiting.add(file);
    send();
  };

  setAside();
  input.addEventListener("change", () => {
    join([...input.files]);
    input.value = "";
  });
  form.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length && !event.clipboardData.types.includes("text/plain")) event.preventDefault(), join(files);
  });
  for (const kind of ["dragover", "drop"]) {
    form.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (kind === "drop") join([...event.dataTransfer.files]);
    });
  }
  form.addEventListener("submit", (event) => {
    if (!waiting.size || event.submitter?.hasAttribute("data-retirer")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wants = event.submitter;
    say("On finit d’envoyer ce qui est joint, puis c’est noté.");
  }, true);
  addEventListener("beforeunload", (event) => { if (waiting.size) event.preventDefault(); });
  list.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-retirer]");
    if (!button) return;
    event.preventDefault();
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(button.getAttribute("formaction"), { method: "POST", body: data, headers: { "X-Suite": "1" } });
      if (!answer.ok) throw new Error(answer.status);
      button.closest("li").remove();
      say("C’est retiré.");
    } catch {
      say("Pas de réseau : ce n’est pas encore retiré.");
    }
  });

  // A panel that opens under the tools, for what takes a moment to make.
  let panel = null, closing = null;
  const close = () => {
    closing?.();
    closing = null;
    panel?.remove();
    panel = null;
  };
  const open = (label, ...children) => {
    close();
    panel = document.createElement("div");
    panel.className = "atelier";
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", label);
    panel.append(...children);
    word.before(panel);
    panel.scrollIntoView({ block: "nearest" });
    return panel;
  };
  const button = (text, act, kind = "") => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.className = kind;
    made.addEventListener("click", act);
    return made;
  };
  const bar = (...buttons) => {
    const made = document.createElement("p");
    made.className = "gestes";
    made.append(...buttons);
    return made;
  };

  const tools = {
    photo: () => {
      const hand = matchMedia("(pointer: coarse)").matches;
      return hand || !navigator.mediaDevices?.getUserMedia ? pick() : camera();
    },
    son: () => record(),
    dessin: () => draw(),
  };
  const can = {
    photo: true,
    son: Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder),
    dessin: Boolean(window.PointerEvent),
  };
  for (const tool of place.querySelectorAll("[data-outil]")) {
    tool.hidden = !can[tool.dataset.outil];
    tool.addEventListener("click", () => tools[tool.dataset.outil]());
  }

  function pick() {
    const chooser = document.createElement("input");
    chooser.type = "file";
    chooser.accept = "image/*";
    chooser.capture = "environment";
    chooser.addEventListener("change", () => join([...chooser.files]));
    chooser.click();
  }

  async function camera() {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1920 } } });
    } catch {
      say("Pas d’appareil photo ici, ou il n’est pas permis. Choisissez une image à la place.");
      return pick();
    }
    const video = document.createElement("video");
    video.muted = video.autoplay = video.playsInline = true;
    video.srcObject = stream;
    const take = () => {
      const canvas = document.createElement("canvas");
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext("2d").drawImage(video, 0, 0);
      canvas.toBlob((blob) => {
        join([new File([blob], named("Photo", "jpg"), { type: "image/jpeg" })]);
        close();
      }, "image/jpeg", 0.9);
    };
    const shoot = button("Prendre la photo", take, "plume");
    shoot.disabled = true;
    video.addEventListener("loadeddata", () => { shoot.disabled = false; });
    open("Prendre une photo", video, bar(shoot, button("Fermer", close, "lien")));
    closing = () => stream.getTracks().forEach((track) => track.stop());
  }

  async function record() {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      return say("Le micro n’est pas permis, ou il n’y en a pas. Le cadenas, près de l’adresse, permet de l’ouvrir.");
    }
    const kind = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"].find((one) => MediaRecorder.isTypeSupported(one));
    const recorder = new MediaRecorder(stream, kind ? { mimeType: kind, audioBitsPerSecond: 32000 } : {});
    const pieces = [], started = Date.now();
    let kept = true;
    const clock = document.createElement("p");
    clock.className = "compteur";
    const tick = () => {
      const seconds = Math.floor((Date.now() - started) / 1000);
      clock.textContent = `On enregistre : ${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
    };
    tick();
    const timer = setInterval(tick, 500);
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => {
      const type = recorder.mimeType.split(";")[0];
      const ending = { "audio/mp4": "m4a", "audio/ogg": "ogg" }[type] ?? "webm";
      if (kept && pieces.length) join([new File(pieces, named("Son", ending), { type })]);
    });
    recorder.start(1000);
    const stop = button("Arrêter et joindre", close, "plume");
    open("Enregistrer un son", clock, bar(stop, button("Ne pas garder", () => { kept = false; close(); }, "lien")));
    closing = () => {
      clearInterval(timer);
      if (recorder.state !== "inactive") recorder.stop();
      stream.getTracks().forEach((track) => track.stop());
    };
    stop.focus();
  }

  function draw() {
    const canvas = document.createElement("canvas");
    canvas.width = 1200;
    canvas.height = 900;
    canvas.className = "feuille";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", "Feuille où dessiner, avec le doigt ou la souris");
    const ink = canvas.getContext("2d");
    const strokes = [];
    let stroke = null, colour = "#24242c", width = 5;
    const paint = () => {
      ink.fillStyle = "#fffefb";
      ink.fillRect(0, 0, canvas.width, canvas.height);
      ink.lineCap = ink.lineJoin = "round";
      for (const { points, colour: tint, width: wide } of strokes) {
        ink.strokeStyle = tint;
        ink.lineWidth = wide;
        ink.beginPath();
        ink.moveTo(...points[0]);
        if (points.length === 1) ink.lineTo(points[0][0] + 0.1, points[0][1]);
        for (const point of points) ink.lineTo(...point);
        ink.stroke();
      }
    };
    const at = (event) => {
      const box = canvas.getBoundingClientRect();
      return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
    };
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      stroke = { points: [at(event)], colour, width };
      strokes.push(stroke);
      paint();
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!stroke) return;
      for (const one of event.getCoalescedEvents?.() ?? [event]) stroke.points.push(at(one));
      paint();
    });
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { stroke = null; });
    const pens = document.createElement("p");
    pens.className = "crayons";
    const hold = (chosen) => { for (const pen of pens.children) pen.setAttribute("aria-pressed", pen === chosen); };
    for (const [name, tint, wide] of [["noir", "#24242c", 5], ["bleu", "#2d5fae", 5], ["rouge", "#b8322a", 5], ["vert", "#3b7a3e", 5], ["jaune", "#e0a80d", 9], ["brun", "#7a4a12", 9], ["gomme", "#fffefb", 34]]) {
      const pen = button(name, () => { [colour, width] = [tint, wide]; hold(pen); }, `crayon crayon-${name}`);
      pens.append(pen);
    }
    hold(pens.firstChild);
    paint();
    const keep = () => {
      if (!strokes.length) return close();
      canvas.toBlob((blob) => {
        join([new File([blob], named("Dessin", "png"), { type: "image/png" })]);
        close();
      }, "image/png");
    };
    open("Dessiner", pens, canvas, bar(
      button("Joindre le dessin", keep, "plume"),
      button("Effacer le dernier trait", () => { strokes.pop(); paint(); }),
      button("Ne pas garder", close, "lien"),
    ));
  }
}
