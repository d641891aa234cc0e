// The live screen when a script runs: what is written is kept on this machine first and sent when the network lets it.
// Each thing has its own key, so that it is never kept twice by the server, however often it is sent.
const root = document.querySelector("[data-meeting]");
const whose = root && `${root.dataset.meeting}-${root.dataset.person}-`; // on a shared device nobody sends another's words
const store = `nennep-hop-${whose}`;
const typed = `nennep-nhap-${whose}`;
let sending = false;
let goneSince = null;
let signedOut = false;
let current = null;

const newKey = () => {
  if (crypto.randomUUID) return crypto.randomUUID(); // not on a plain-http office network
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
};

const waiting = () =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(store))
    .map((name) => JSON.parse(localStorage.getItem(name)))
    .sort((a, b) => (a.made_at + a.key < b.made_at + b.key ? -1 : 1));

const keep = (jotting) => localStorage.setItem(store + jotting.key, JSON.stringify(jotting));
const drop = (key) => localStorage.removeItem(store + key);

function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (!["csrfmiddlewaretoken", "kind", "key"].includes(name)) fields[name] = value;
  }
  return fields;
}

function jot(form) {
  const jotting = { key: newKey(), kind: form.dataset.jot, made_at: new Date().toISOString(), fields: fieldsOf(form) };
  if (!form.hasAttribute("data-blank-ok") && !Object.entries(jotting.fields).some(([name, value]) => value && !["step", "base", "line", "note", "about", "praise"].includes(name))) {
    form.querySelector("input:not([type=hidden]), textarea")?.focus();
    return;
  }
  keep(jotting);
  // Whoever writes on before this has been sent has seen these words, and replaces them.
  const said = form.closest("details[data-form]") ?? form;
  if (jotting.kind !== "strike") for (const base of said.querySelectorAll("[name=base]")) base.value = jotting.key;
  for (const name of Object.keys(localStorage)) if (name.startsWith(typed + form.id)) localStorage.removeItem(name);
  if (!form.hasAttribute("data-stays")) form.reset();
  form.closest("details[data-form]")?.removeAttribute("open");
  form.closest("[data-live]")?.setAttribute("data-sent", "");
  show();
  send();
}

async function send() {
  if (sending) return;
  sending = true;
  const had = Object.fromEntries([...document.querySelectorAll("[data-version]")].map((part) => [part.id, part.dataset.version]));
  const ready = waiting().filter((jotting) => !jotting.refused).slice(0, 100);
  try {
    const answer = await fetch(root.dataset.write, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": root.dataset.token },
      body: JSON.stringify({ clock: new Date().toISOString(), jottings: ready, had }),
    });
    if (!answer.ok || answer.redirected) throw new Error(answer.status === 403 || answer.redirected ? "signed out" : "refused");
    const said = await answer.json();
    for (const key of said.accepted) drop(key);
    for (const jotting of ready) if (said.refused[jotting.key]) keep({ ...jotting, refused: said.refused[jotting.key] });
    goneSince = null;
    signedOut = false;
    if (said.closed && !waiting().length) {
      if (window.caches) await caches.delete("hop-1");
      location.assign(said.closed);
      return;
    }
    if (said.parts) replace(said.parts);
    for (const [kind, head] of Object.entries(said.heads ?? {})) {
      const base = document.querySelector(`form[data-jot=${kind}] [name=base]`);
      if (base && !base.form.contains(document.activeElement)) base.value = head;
    }
  } catch (failed) {
    goneSince ??= new Date();
    signedOut = failed.message === "signed out";
  } finally {
    sending = false;
    show();
  }
  if (!goneSince && waiting().some((jotting) => !jotting.refused)) send();
}

// Put the fresh parts in, but never under somebody's hands.
function replace(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of fresh.querySelectorAll("[data-live]")) {
    const old = document.getElementById(part.id);
    const busy = old?.contains(document.activeElement) && !old.hasAttribute("data-sent");
    if (!old || busy || old.querySelector("details[data-form][open]")) continue;
    const hand = old.contains(document.activeElement) && document.activeElement.closest("details")?.dataset.key;
    for (const open of old.querySelectorAll("details[id][open]")) part.querySelector(`#${open.id}`)?.setAttribute("open", "");
    old.replaceWith(part);
    if (hand) part.querySelector(`details[data-key="${hand}"] > summary`)?.focus();
  }
  root.dataset.loaded = Date.now();
}

function show() {
  const list = waiting();
  const bar = document.getElementById("mat-mang");
  bar.hidden = !goneSince && !list.some((jotting) => jotting.refused);
  if (signedOut) {
    bar.querySelector("strong").textContent = "";
    bar.querySelector("span").textContent = bar.dataset.signedOut.replace("{n}", list.length);
  } else if (goneSince) {
    const clock = goneSince.toTimeString().slice(0, 5);
    bar.querySelector("strong").textContent = bar.dataset.gone.replace("{t}", clock);
    bar.querySelector("span").textContent = bar.dataset.kept.replace("{n}", list.length);
  } else {
    bar.querySelector("strong").textContent = "";
    bar.querySelector("span").textContent = bar.dataset.refused;
  }
  const shown = document.getElementById("dang-giu");
  shown.replaceChildren();
  for (const jotting of list) {
    if (jotting.kind === "step" && !jotting.refused) continue;
    const line = document.getElementById("dong-giu").content.cloneNode(true);
    const values = Object.entries(jotting.fields).filter(([name, value]) => value && !["step", "base", "line", "note"].includes(name));
    line.querySelector("[data-text]").textContent = values.map(([, value]) => value).join(" · ") || jotting.kind;
    const why = line.querySelector("[data-why]");
    why.textContent = (jotting.refused ?? []).join(" ");
    for (const button of line.querySelectorAll("button")) {
      if (!jotting.refused) button.remove();
      else button.addEventListener("click", () => (button.value === "sua" ? takeBack(jotting) : (drop(jotting.key), show())));
    }
    shown.append(line);
  }
  document.getElementById("giu").hidden = !shown.children.length;
  tick();
}

// The forms of one line, or of one person on the roll, are made when it is opened.
function fill(details) {
  if (!details.open || !details.dataset.from) return;
  const { from, key, base, status } = details.dataset;
  const made = document.getElementById(from).content.cloneNode(true);
  for (const part of made.querySelectorAll("[id]")) part.id += key;
  for (const label of made.querySelectorAll("[for]")) label.htmlFor += key;
  for (const field of made.querySelectorAll("[name=line], [name=person]")) field.value = key;
  for (const field of made.querySelectorAll("[name=base]")) field.value = base ?? key;
  for (const field of made.querySelectorAll("[name=status]")) field.checked = field.value === status;
  for (const legend of made.querySelectorAll("legend")) legend.textContent = details.querySelector("summary span").firstChild.textContent;
  const words = made.querySelector("[data-words]");
  const shown = words && details.parentElement.querySelector("[data-word]");
  if (shown) {
    words.name = shown.dataset.word;
    words.defaultValue = [...shown.childNodes].map((part) => (part.nodeName === "BR" ? "\n" : part.textContent)).join("");
  }
  details.querySelector("a").replaceWith(made);
  delete details.dataset.from;
}

// A refused line goes back into its form, as it was typed.
function takeBack(jotting) {
  const line = { roll: jotting.fields.person, amend: jotting.fields.line }[jotting.kind];
  const opened = line && document.querySelector(`details[data-key="${line}"]`);
  if (opened) opened.open = true;
  if (opened) fill(opened);
  const form = (opened ?? document).querySelector(`form[data-jot=${jotting.kind}]`);
  if (!form) return;
  form.closest("details")?.setAttribute("open", "");
  for (const [name, value] of Object.entries(jotting.fields)) {
    const field = form.elements[name];
    if (field && (field.type !== "hidden" || name === "base")) field.value = value;
  }
  drop(jotting.key);
  show();
  form.querySelector("input:not([type=hidden]), textarea")?.focus();
}

// Which step runs, counting what has not been sent yet; and for how long.
function tick() {
  const clock = document.getElementById("dong-ho");
  if (!clock) return;
  const marks = waiting().filter((jotting) => jotting.kind === "step" && !jotting.refused);
  const last = marks.at(-1);
  const steps = [...clock.querySelectorAll("[data-step]")];
  current = last ? last.fields.step : clock.dataset.current;
  const since = last
    ? (Date.now() - Date.parse(last.made_at)) / 1000
    : Number(clock.dataset.since) + (Date.now() - Number(root.dataset.loaded)) / 1000;
  let theme = 0;
  for (const step of steps) {
    let seconds = Number(step.dataset.seconds);
    marks.forEach((mark, place) => {
      const before = place ? marks[place - 1] : null;
      const ran = before ? before.fields.step : clock.dataset.current;
      const start = before ? Date.parse(before.made_at) : Number(root.dataset.loaded) - Number(clock.dataset.since) * 1000;
      if (ran === step.dataset.step) seconds += (Date.parse(mark.made_at) - start) / 1000;
    });
    const now = step.dataset.step === current;
    if (now) seconds += since;
    const minutes = Math.floor(seconds / 60);
    if (step.hasAttribute("data-part")) theme += step.dataset.corrected ? Number(step.dataset.corrected) * 60 : seconds;
    for (const line of [step, clock.querySelector(`[data-twin="${step.dataset.step}"]`)]) {
      if (!line) continue;
      const told = line.querySelector(".st");
      line.toggleAttribute("aria-current", now);
      if (now) {
        line.setAttribute("aria-current", "step");
        told.className = "st due";
        told.textContent = clock.dataset.running.replace("{n}", minutes);
      } else if (last && seconds) {
        told.className = "st done";
        told.textContent = clock.dataset.ran.replace("{n}", minutes);
      }
    }
    if (now && last && !clock.querySelector(`[data-twin="${step.dataset.step}"]`)) document.getElementById("ca-chuong-trinh").open = true;
  }
  const big = clock.querySelector(".clock");
  if (big) big.textContent = Math.floor(theme / 60);
  for (const field of document.querySelectorAll("[data-follows]")) if (steps.some((step) => step.dataset.step === current)) field.value = current;
  showNext(steps.map((step) => step.dataset.step), marks);
}

// What the big button does next: the first step, the one that was paused, the following one, or the end.
function showNext(keys, marks) {
  const button = document.querySelector("[data-next]");
  if (!button) return; // entered from paper: no clock runs
  const clock = document.getElementById("dong-ho");
  const ran = [...marks.map((mark) => mark.fields.step).filter((step) => keys.includes(step))].at(-1) || clock.dataset.before;
  const stopped = current === "pause" || current === "end";
  const next = stopped ? ran : keys.includes(current) ? keys[keys.indexOf(current) + 1] : keys[0];
  button.form.elements.step.value = next ?? "end";
  button.textContent = stopped ? button.dataset.resume : !current ? button.dataset.first : next ? button.dataset.next : button.dataset.end;
}

// The page and what it needs are kept so that it opens again without a network, where the browser allows that.
async function keepPage() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register(root.dataset.worker, { scope: root.dataset.scope });
  await navigator.serviceWorker.ready;
  const needed = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((part) => part.href || part.src);
  const kept = await caches.open("hop-1");
  await kept.addAll([location.pathname, ...needed]);
  root.dataset.kept = "yes";
}

if (root) {
  root.dataset.loaded = Date.now();
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-jot]");
    if (!form) return;
    event.preventDefault();
    try {
      jot(form);
    } catch {
      form.submit(); // a browser that keeps nothing sends it at once, as without scripts
    }
  });
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-jot][id]");
    if (form && event.target.name) localStorage.setItem(typed + form.id + event.target.name, event.target.value);
  });
  for (const form of document.querySelectorAll("form[data-jot][id]")) {
    for (const field of form.elements) {
      const kept = field.name && field.type !== "hidden" && localStorage.getItem(typed + form.id + field.name);
      if (kept) {
        field.value = kept;
        form.closest("details")?.setAttribute("open", "");
      }
    }
  }
  document.addEventListener("toggle", (event) => event.target.matches("details[data-from]") && fill(event.target), true);
  window.addEventListener("online", send);
  setInterval(send, 10000);
  setInterval(tick, 1000);
  keepPage().catch(() => {});
  show();
  send();
}
