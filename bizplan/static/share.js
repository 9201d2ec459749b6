// A text that is to be sent: handed to the apps of the phone, else copied.
export function begin(page) {
  const text = page.querySelector("[data-share]");
  const place = page.getElementById(text.dataset.share);
  const button = place.querySelector("button");
  if (!navigator.share && !navigator.clipboard) return;
  place.hidden = false;
  button.addEventListener("click", async () => {
    try {
      if (navigator.share) return await navigator.share({ text: text.value });
      await navigator.clipboard.writeText(text.value);
      button.querySelector("span").textContent = button.dataset.words;
    } catch {
      text.select();                          // closed, or not allowed: the text is there to be copied by hand
    }
  });
}
