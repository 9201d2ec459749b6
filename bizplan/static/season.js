// The drawing of a year: each month is a slider, by pointer or by keys, for the number field above it.
const STEP = 5, FAR = 25;

export function begin(page) {
  for (const place of page.querySelectorAll("[data-season]")) bind(place);
}

function bind(place) {
  const drawing = place.querySelector("svg[data-reach]");
  if (!drawing) return;
  const usual = Number(place.dataset.usual) || 100;
  const chart = {
    drawing, usual, most: Number(drawing.dataset.reach) * usual,
    top: Number(drawing.dataset.top), foot: Number(drawing.dataset.foot),
  };
  drawing.setAttribute("role", "group");
  const inputs = [...place.querySelectorAll(".months input")];
  drawing.querySelectorAll("[data-month]").forEach((bar, month) => {
    if (inputs[month]) bar_of(chart, bar, inputs[month]);
  });
  place.querySelector("[data-with-script]")?.removeAttribute("hidden");
}

function bar_of(chart, bar, input) {
  const name = input.labels[0].textContent;
  const shape = bar.querySelector("rect:not(.hold)"), knob = knob_of(shape);
  const attributes = { role: "slider", tabindex: "0", "aria-label": name, "aria-orientation": "vertical",
    "aria-valuemin": "0", "aria-valuemax": String(chart.most) };
  for (const [key, value] of Object.entries(attributes)) bar.setAttribute(key, value);
  const draw = () => paint(chart, bar, shape, knob, read(input.value));
  const set = (value, done) => {
    input.value = String(Math.min(Math.max(Math.round(value / STEP) * STEP, 0), chart.most));
    input.dispatchEvent(new Event(done ? "change" : "input", { bubbles: true }));
    draw();
  };
  input.addEventListener("input", draw);
  bar.addEventListener("keydown", (event) => {
    const now = read(input.value) ?? chart.usual;
    const to = { ArrowUp: now + STEP, ArrowRight: now + STEP, ArrowDown: now - STEP, ArrowLeft: now - STEP,
      PageUp: now + FAR, PageDown: now - FAR, Home: 0, End: chart.most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to, true);
  });
  drag(chart, bar, knob, set);
  draw();
}

// A mouse takes hold of a bar anywhere, a finger of its knob; elsewhere a finger scrolls the page, or taps.
function drag(chart, bar, knob, set) {
  const follow = (event, done) => set(height(chart, event), done);
  knob.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  bar.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" && event.target !== knob) return;
    bar.setPointerCapture(event.pointerId);
    follow(event, false);
  });
  bar.addEventListener("pointermove", (event) => bar.hasPointerCapture(event.pointerId) && follow(event, false));
  bar.addEventListener("pointerup", (event) => bar.hasPointerCapture(event.pointerId) && follow(event, true));
  bar.addEventListener("click", (event) => event.pointerType === "touch" && follow(event, true));
}

function knob_of(shape) {
  const knob = document.createElementNS(shape.namespaceURI, "circle");
  const middle = parseFloat(shape.getAttribute("x")) + parseFloat(shape.getAttribute("width")) / 2;
  for (const [key, value] of Object.entries({ class: "dot", r: "8", cx: `${middle}%` })) knob.setAttribute(key, value);
  shape.after(knob);
  return knob;
}

function height(chart, event) {
  const box = chart.drawing.getBoundingClientRect();
  const down = (100 * (event.clientY - box.top)) / box.height;
  return (chart.most * (chart.foot - down)) / (chart.foot - chart.top);
}

function paint(chart, bar, shape, knob, value) {
  if (value === null) return;
  const part = (Math.min(value, chart.most) / chart.most) * (chart.foot - chart.top);
  shape.setAttribute("y", `${chart.foot - part}%`);
  shape.setAttribute("height", `${part}%`);
  shape.setAttribute("class", value === chart.usual ? "w2" : "b1");
  knob.setAttribute("cy", `${chart.foot - part}%`);
  bar.setAttribute("aria-valuenow", String(value));
}

// The digits that people type; what this cannot read the server reads, and the bar stays as it is.
function read(text) {
  const digits = text.replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
    .replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0).replace(/[,٫]/, ".").trim();
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : null;
}
