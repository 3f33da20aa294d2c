import { morph } from "./morph.js";

// Forms: files can be dropped, a form is sent once however often its button is pressed, and what was typed survives.

for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector("input[type=file]");
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      zone.requestSubmit();
    }
  });
}

// "Back" returns to the page as it was left, with everything that was typed.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-back]");
  if (link && history.length > 1) {
    event.preventDefault();
    history.back();
  }
});

// Fields marked data-submit send their form as soon as they change.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit]")) {
    event.target.form.requestSubmit();
  }
});

// Forms are sent from here, so that whatever goes wrong is said beside the field and nothing typed is lost. A form whose
// answer got lost is sent again under the same key: nothing happens twice.
const KEPT_ALIVE = 50_000;
const AGAIN_AFTER_MS = 5_000;
const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

function settle(form) {
  delete form.dataset.sent;
  form.querySelectorAll("button[aria-busy]").forEach((busy) => busy.removeAttribute("aria-busy"));
}

function unsay(form) {
  form.querySelectorAll("[data-said]").forEach((said) => said.remove());
  form.querySelectorAll("[data-refused]").forEach((field) => {
    field.removeAttribute("data-refused");
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  });
}

/** Puts a sentence beside the field that it is about: the one named, the only one there is, or else the button. */
function say(form, words, name) {
  unsay(form);
  const typed = [...form.elements].filter((field) => field.matches("input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea") && !field.disabled);
  const named = typed.find((field) => field.name === name);
  const field = named ?? (typed.length === 1 ? typed[0] : undefined);
  const sentence = document.createElement("p");
  sentence.className = "wrong";
  sentence.id = `said-${key().slice(0, 8)}`;
  sentence.dataset.said = "";
  sentence.setAttribute("role", "alert");
  sentence.textContent = words;
  const button = form.querySelector("button:not([type=button])");
  if (field) {
    field.dataset.refused = "";
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", sentence.id);
    (field.closest(".inline-field, .scan-field") ?? field).after(sentence);
    field.focus();
  } else if (button) {
    (button.closest(".actions, .thumb, p") ?? button).before(sentence);
    button.focus();
  } else {
    form.append(sentence);
  }
  sentence.scrollIntoView({ block: "nearest" });
}

function goTo(address, form) {
  const to = new URL(address, location.href);
  if (to.pathname === location.pathname && to.search === location.search) {
    // Browsers fill in again what was typed before a page is loaded anew.
    form.reset();
    history.replaceState(null, "", to);
    location.reload();
  } else {
    location.assign(to);
  }
}

/** Shows the page that answers a form in the place of this one, keeping what was typed unless it was taken. */
function show(form, page, taken) {
  const main = document.querySelector("main");
  const fresh = page.querySelector("main") ?? page.querySelector(".part");
  if (taken) {
    form.reset();
  }
  const held = document.createElement("main");
  held.append(...fresh.childNodes);
  for (const { name, value } of [...main.attributes]) {
    held.setAttribute(name, value);
  }
  document.activeElement?.blur();
  morph(main, held);
  document.dispatchEvent(new CustomEvent("millwright:updated", { detail: { topics: [] } }));
  const said = main.querySelector(".wrong[role=alert]:not([hidden]), [role=alert]:not([hidden]), .once[role=status], [role=status]");
  if (said) {
    said.tabIndex = -1;
    said.focus();
    said.scrollIntoView({ block: "nearest" });
  }
}

/**
 * Sends a form marked data-insist again until it is answered or changed: browsers may say "online" too early, or not at
 * all.
 */
function insist(form, submitter) {
  const stop = () => {
    clearTimeout(soon);
    removeEventListener("online", again);
    form.removeEventListener("input", stop);
  };
  const again = () => {
    stop();
    if (form.isConnected && !form.dataset.sent) {
      form.requestSubmit(submitter);
    }
  };
  const soon = setTimeout(again, AGAIN_AFTER_MS);
  addEventListener("online", again);
  form.addEventListener("input", stop);
}

/** Says that no answer came, once: whoever goes on typing is not called back. */
function sayLost(form) {
  const words = form.dataset.lost ?? document.documentElement.dataset.lost;
  if (form.querySelector("[data-said]")?.textContent !== words) {
    say(form, words);
  }
}

async function send(form, submitter) {
  const data = new FormData(form, submitter);
  const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  form.dataset.key ??= key();
  let response;
  let page;
  try {
    response = await fetch(submitter?.getAttribute("formaction") ?? form.getAttribute("action"), {
      method: "POST",
      body,
      // Somebody may be gone before the answer is there.
      keepalive: body instanceof URLSearchParams && body.toString().length < KEPT_ALIVE,
      headers: { Accept: "text/html", "Millwright-Part": "form", "Idempotency-Key": form.dataset.key },
    });
    page = new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    settle(form);
    sayLost(form);
    if (form.dataset.insist !== undefined) {
      insist(form, submitter);
    }
    return;
  }
  delete form.dataset.key;
  const to = response.headers.get("Location");
  if (to) {
    unsay(form);
    form.dispatchEvent(new CustomEvent("millwright:taken"));
    goTo(to, form);
    return;
  }
  settle(form);
  const problem = page.querySelector("[data-problem][data-code]");
  if (problem) {
    say(form, [...problem.querySelectorAll("[data-words]")].map((part) => part.textContent).join(" "), problem.dataset.field);
  } else {
    show(form, page, response.ok);
  }
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form) {
    delete form.dataset.key;
  }
  if (event.target.dataset?.refused !== undefined) {
    event.target.removeAttribute("aria-invalid");
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
  if (form.method === "post") {
    event.preventDefault();
    send(form, event.submitter);
  }
});

addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(settle));
