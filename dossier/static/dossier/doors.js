// Passkeys: the browser speaks with the key, the house only with the browser.
"use strict";

const toBytes = (told) => Uint8Array.from(atob(told.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const toText = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = (list) => list?.map((one) => ({ ...one, id: toBytes(one.id) }));

const answerOf = async (sort, asked) => {
  const publicKey = { ...asked, challenge: toBytes(asked.challenge) };
  if (sort === "create") {
    publicKey.user = { ...asked.user, id: toBytes(asked.user.id) };
    publicKey.excludeCredentials = withBytes(asked.excludeCredentials) ?? [];
  } else publicKey.allowCredentials = withBytes(asked.allowCredentials) ?? [];
  const { id, rawId, type, response } = await navigator.credentials[sort]({ publicKey });
  const told = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) told[name] = toText(response[name]);
  }
  return JSON.stringify({ id, rawId: toText(rawId), type, response: told, clientExtensionResults: {} });
};

for (const form of document.querySelectorAll("form[data-cle]")) {
  const word = form.querySelector(".garde");
  if (!window.PublicKeyCredential) {
    word.textContent = "Ce navigateur ne connaît pas les clés d’accès.";
    continue;
  }
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    word.textContent = "";
    try {
      const asked = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Suite": "1" } });
      form.elements.credential.value = await answerOf(form.dataset.cle, await asked.json());
    } catch (refused) {
      word.textContent = refused.name === "InvalidStateError"
        ? "Cette clé est déjà ajoutée."
        : "Rien n’a été fait. Essayez encore quand vous voulez.";
      return;
    }
    form.submit();
  });
}

// While two colleagues are awaited.
if (document.querySelector("[data-attend]")) setTimeout(() => location.reload(), 15000);
