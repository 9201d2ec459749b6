// Saves each answer as one goes. A form says where (`data-save`); the fields of one answer (`price`, `price:note`)
// go one after the other, each from what the one before left, so that an answer never meets itself; and every text
// has a key, so that nothing is saved twice.
const TYPING = 800, FIRST_WAIT = 2000, LONGEST_WAIT = 60000, PATIENCE = 4000;
const OWN = new Set(["csrf_token", "base", "reading"]);

export function begin(page) {
  for (const form of page.querySelectorAll("form[data-save]")) new Answers(form);
}

class Answers {
  constructor(form) {
    this.form = form;
    this.fields = new Map();
    this.leaving = false;
    form.addEventListener("input", (event) => this.changed(event.target, TYPING));
    form.addEventListener("change", (event) => this.changed(event.target, 0));
    form.addEventListener("focusout", (event) => this.fields.get(event.target.name)?.hurry());
    form.addEventListener("click", (event) => this.chosen(event));
    form.addEventListener("submit", (event) => this.submitted(event));
    addEventListener("pagehide", () => this.flee(true));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.flee(false);
      else this.fields.forEach((field) => field.unsent && field.send());
    });
    addEventListener("pageshow", () => { this.leaving = false; });
    addEventListener("online", () => this.fields.forEach((field) => field.again()));
  }

  field(name) {
    if (!this.fields.has(name)) this.fields.set(name, new Field(this, name));
    return this.fields.get(name);
  }

  changed(control, pause) {
    if (!control.name || control.type === "hidden" || OWN.has(control.name) || control.name.startsWith("base:")) return;
    this.field(control.name).changed(pause);
  }

  // One of the numbers that a text may have meant.
  chosen(event) {
    const button = event.target.closest('button[name="reading"]');
    if (!button) return;
    event.preventDefault();
    const [name, ...reading] = button.value.split("=");
    const control = this.form.elements[name];
    control.value = reading.join("=");
    control.focus();
    this.field(name).changed(0);
  }

  // The form carries every answer itself; it only waits for what is on its way, so as not to meet itself.
  submitted(event) {
    if (event.defaultPrevented) return;
    this.leaving = true;
    const under_way = [...this.fields.values()].map((field) => field.sending).filter(Boolean);
    for (const field of this.fields.values()) clearTimeout(field.timer);
    if (!under_way.length) return;
    event.preventDefault();
    const patience = new Promise((done) => setTimeout(done, PATIENCE));
    Promise.race([Promise.allSettled(under_way), patience]).then(() => {
      this.fields.forEach((field) => { field.sending = null; });
      this.form.requestSubmit(event.submitter);
    });
  }

  // The page may not come back: what is not sent yet goes out without waiting for an answer.
  flee(forever) {
    if (!this.leaving) this.fields.forEach((field) => field.flee(forever));
  }

  later() {
    const flash = this.form.querySelector("[data-later]");
    if (flash) flash.hidden = ![...this.fields.values()].some((field) => field.failures);
  }
}

class Field {
  constructor(answers, name) {
    Object.assign(this, { answers, name, form: answers.form, failures: 0, sending: null, unsent: null });
    this.base = `base:${name.split(":")[0]}`; // what the answer was made from, for all its fields
    this.sent = null; // what the server has for certain, as far as this page knows
    this.dirty = false;
  }

  part(kind) {
    return this.form.querySelector(`[data-${kind}-for="${CSS.escape(this.name)}"]`);
  }

  controls() {
    return [...this.form.elements].filter((control) => control.name === this.name && control.type !== "submit");
  }

  values() {
    const controls = this.controls();
    const boxes = controls.filter((control) => control.type === "checkbox" || control.type === "radio");
    return (boxes.length ? boxes.filter((box) => box.checked) : controls).map((control) => control.value);
  }

  changed(pause) {
    if (!this.dirty && !this.unsent && JSON.stringify(this.values()) === this.sent) return;
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  hurry() {
    if (this.dirty) this.changed(0);
  }

  again() {
    if (this.failures) {
      clearTimeout(this.timer);
      this.send();
    }
  }

  // A text keeps its key until the server has answered for it; only then the next text leaves.
  next() {
    if (!this.unsent && this.dirty) {
      this.unsent = { values: this.values(), key: random() };
      this.dirty = false;
    }
    return this.unsent;
  }

  body(text) {
    const body = new FormData();
    body.append("csrf_token", this.form.elements.csrf_token?.value ?? "");
    body.append("field", this.name);
    for (const value of text.values) body.append("value", value);
    body.append("base", (this.form.elements[this.base] ?? this.form.elements.base)?.value ?? "");
    body.append("key", text.key);
    return body;
  }

  send() {
    if (this.answers.leaving || this.together().some((field) => field.sending) || !this.next()) return;
    this.sending = this.post(this.unsent).finally(() => {
      this.sending = null;
      this.answers.later();
      for (const field of this.together()) field.wait();
    });
  }

  together() {
    return [...this.answers.fields.values()].filter((field) => field.base === this.base);
  }

  wait() {
    if (!this.unsent && !this.dirty) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), this.failures ? this.pause() : 0);
  }

  pause() {
    return Math.min(FIRST_WAIT * 2 ** (this.failures - 1), LONGEST_WAIT);
  }

  async post(text) {
    let answer, said;
    try {
      answer = await fetch(this.form.dataset.save, {
        method: "POST", body: this.body(text), headers: { Accept: "application/json" }, redirect: "error",
      });
      said = await answer.json();
    } catch {
      this.failures += 1;
      return;
    }
    if (![200, 409, 422].includes(answer.status)) {
      this.failures += 1;
      return;
    }
    this.failures = 0;
    this.unsent = null;
    this.sent = JSON.stringify(text.values);
    if (said.sequence !== undefined) this.rebase(said.sequence);
    if (answer.status === 200) this.saved(said);
    else if (answer.status === 422) this.problem(said.problem, said.readings ?? []);
    else this.conflict(said);
  }

  rebase(sequence) {
    let base = this.form.elements[this.base];
    if (!base) {
      base = Object.assign(document.createElement("input"), { type: "hidden", name: this.base });
      this.form.append(base);
    }
    base.value = sequence;
  }

  saved(said) {
    this.problem("", []);
    this.mark((this.form.dataset.wordsSaved ?? "{time}").replace("{time}", said.saved), true);
    const echo = this.part("echo");
    if (echo && said.echo !== undefined) {
      echo.querySelector("span").textContent = said.echo;
      echo.hidden = !said.echo;
    }
    document.dispatchEvent(new CustomEvent("bizplan:saved", { detail: { field: this.name, sequence: said.sequence } }));
  }

  mark(words, tick) {
    const mark = this.part("saved");
    if (!mark) return;
    mark.querySelector("[data-tick]").hidden = !tick;
    mark.querySelector("[data-words]").replaceChildren(words);
  }

  problem(words, readings) {
    const problem = this.part("problem");
    if (problem) {
      problem.querySelector("span").textContent = words;
      problem.hidden = !words;
      problem.setAttribute("role", "alert");
      problem.closest(".field")?.classList.toggle("bad", Boolean(words));
    }
    for (const control of this.controls()) {
      if (words) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
    const asked = this.part("readings");
    if (asked) {
      asked.querySelectorAll("button").forEach((button) => button.remove());
      asked.append(...readings.map((reading) => this.reading(reading)));
      asked.hidden = !readings.length;
    }
    if (!words) return;
    this.mark("", false);
    const echo = this.part("echo");
    if (echo) echo.hidden = true;
  }

  reading(words) {
    const button = Object.assign(document.createElement("button"), {
      className: "btn alt", name: "reading", value: `${this.name}=${words}`,
    });
    button.append(Object.assign(document.createElement("bdi"), { textContent: words }));
    return button;
  }

  conflict(said) {
    const link = Object.assign(document.createElement("a"), { textContent: this.form.dataset.wordsOpen });
    link.href = new URL(said.url, location.href).href;
    const words = document.createElement("span");
    words.append(`${said.text} `, link);
    this.mark(words, false);
    this.part("saved")?.classList.add("tip");
  }

  flee(forever) {
    const newer = forever && this.dirty && { values: this.values(), key: random() };
    const text = this.sending ? newer : this.next();
    if (text) navigator.sendBeacon?.(this.form.dataset.save, this.body(text));
  }
}

function random() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16).padStart(8, "0")).join("");
}
