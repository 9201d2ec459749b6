// Asks how far a job is, shows it, and gives the link at its end.
const FIRST = 1000, LONGEST = 5000;

export function begin(page) {
  for (const place of page.querySelectorAll("[data-job]")) ask(place, FIRST);
}

async function ask(place, pause) {
  let job = {};
  try {
    const answer = await fetch(place.dataset.job, { headers: { Accept: "application/json" } });
    if (answer.status === 404 || answer.status === 410) job.state = "failed";
    else if (answer.ok && !answer.redirected) job = await answer.json();
  } catch {
    // Without a connection one asks again.
  }
  if (job.url) return done(place, job.url);
  if (job.state === "failed") return end(place, "[data-job-failed]");
  const bar = place.querySelector("progress");
  if (bar && typeof job.progress === "number") bar.value = job.progress;
  return setTimeout(() => ask(place, Math.min(pause * 1.3, LONGEST)), pause);
}

function done(place, address) {
  place.querySelector("[data-job-done] a").href = new URL(address, location.href).href;
  end(place, "[data-job-done]");
}

function end(place, shown) {
  place.querySelector("[data-job-wait]").hidden = true;
  place.querySelector(shown).hidden = false;
}
