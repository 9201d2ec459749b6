// The one entry: takes up what the page asks for with its attributes. Every page is complete without it.
const parts = {
  "[data-save]": "answers",
  "[data-figures]": "figures",
  "[data-listen]": "listen",
  "[data-season]": "season",
  "[data-job]": "waiting",
  "[data-passkey]": "passkeys",
  "[data-share]": "share",
};
const version = new URL(import.meta.url).search;
for (const [asked, part] of Object.entries(parts)) {
  if (document.querySelector(asked)) import(`./${part}.js${version}`).then((module) => module.begin(document));
}
document.querySelector("[data-focus]")?.focus();

// A menu closes when one looks elsewhere, and with Escape, which gives the focus back.
const menu = document.querySelector(".menu");
document.addEventListener("click", (event) => menu && !menu.contains(event.target) && menu.removeAttribute("open"));
menu?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menu.removeAttribute("open");
  menu.querySelector("summary").focus();
});
