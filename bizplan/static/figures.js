// Living figures: after an answer was saved, fetches what became of them and puts it in their place.
const PAUSE = 600, SLOW = 1000;

export function begin(page) {
  for (const frame of page.querySelectorAll("[data-figures]")) follow(frame);
}

function follow(frame) {
  let timer, asked;
  if (frame.querySelector("[data-now]")) {
    asked = new AbortController();
    refresh(frame, undefined, asked.signal);
  }
  document.addEventListener("bizplan:saved", ({ detail }) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      asked?.abort();
      asked = new AbortController();
      refresh(frame, detail.sequence, asked.signal);
    }, PAUSE);
  });
}

async function refresh(frame, sequence, signal) {
  const address = new URL(frame.dataset.figures, location.href);
  if (sequence !== undefined) address.searchParams.set("sequence", sequence);
  const slow = setTimeout(() => frame.setAttribute("data-slow", ""), SLOW);
  frame.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
    if (answer.ok && !answer.redirected) show(frame, await answer.text());
  } catch {
    // The figures that stand there stay; the next answer asks again.
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) {
      frame.removeAttribute("data-slow");
      frame.removeAttribute("aria-busy");
    }
  }
}

// Heard only when something changed, and only what did: the amounts, not the headings around them.
function show(frame, fragment) {
  const before = amounts(frame);
  frame.innerHTML = fragment;
  const changed = amounts(frame).filter((amount) => !before.includes(amount));
  let voice = frame.querySelector("[data-voice]");
  if (!voice) {
    voice = Object.assign(document.createElement("p"), { className: "vh" });
    voice.dataset.voice = "";
    voice.setAttribute("aria-live", "polite");
    frame.append(voice);
  }
  setTimeout(() => { voice.textContent = changed.join(". "); }, 100);
}

function amounts(frame) {
  return [...frame.querySelectorAll("dl > div")].map((row) => row.textContent.replace(/\s+/g, " ").trim());
}
