// Reads a question aloud with a voice that the device has for the language of the page; without one there is no button.
export function begin(page) {
  if (!("speechSynthesis" in window)) return;
  for (const place of page.querySelectorAll("[data-listen]")) offer(place);
}

function offer(place) {
  const button = place.querySelector("button"), words = button.querySelector("span"), start = words.textContent;
  const show = () => { place.hidden = !voice(); };
  const stopped = () => { words.textContent = start; };
  show();
  speechSynthesis.addEventListener?.("voiceschanged", show);
  addEventListener("pagehide", () => speechSynthesis.cancel());
  button.addEventListener("click", () => {
    const speaking = words.textContent !== start;
    speechSynthesis.cancel();
    stopped();
    if (speaking) return;
    words.textContent = button.dataset.wordsStop;
    const parts = texts(place.dataset.listen.split(" ")).map(spoken);
    parts.at(-1)?.addEventListener("end", stopped);
    for (const part of parts) {
      part.addEventListener("error", stopped);
      speechSynthesis.speak(part);
    }
    if (!parts.length) stopped();
  });
}

function voice() {
  const language = document.documentElement.lang;
  const voices = speechSynthesis.getVoices().filter((each) => each.lang.toLowerCase().startsWith(language));
  return voices.find((each) => each.localService) ?? voices[0];
}

// A choice is a part of its own: long texts stop half way in some browsers.
function texts(ids) {
  const places = ids.map((id) => document.getElementById(id)).filter(Boolean);
  const parts = places.flatMap((place) => {
    const choices = [...place.querySelectorAll(".pick > span, option")];
    return choices.length ? choices : [place];
  });
  return parts.map((part) => [...part.childNodes].map((node) => node.textContent.trim()).filter(Boolean).join(". "))
    .filter(Boolean);
}

function spoken(text) {
  return Object.assign(new SpeechSynthesisUtterance(text), { voice: voice(), lang: voice().lang, rate: 0.9 });
}
