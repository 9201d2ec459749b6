// Asks the device for a passkey, puts its answer into the form and sends it; without one the other ways stand below.
export function begin(page) {
  for (const form of page.querySelectorAll("[data-passkey]")) {
    if (!window.PublicKeyCredential) form.hidden = true;
    else form.addEventListener("submit", (event) => {
      if (form.elements.passkey.value) return;
      event.preventDefault();
      ask(form).then((answer) => {
        form.elements.passkey.value = JSON.stringify(answer);
        form.submit();
      }, () => form.querySelector("button").focus());
    });
  }
}

async function ask(form) {
  const wish = JSON.parse(form.dataset.wish);
  wish.challenge = bytes(wish.challenge);
  for (const known of [...(wish.allowCredentials ?? []), ...(wish.excludeCredentials ?? [])]) known.id = bytes(known.id);
  if (wish.user) wish.user.id = bytes(wish.user.id);
  return written(await navigator.credentials[form.dataset.passkey]({ publicKey: wish }));
}

function written(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response };
}

function bytes(words) {
  return Uint8Array.from(atob(words.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
