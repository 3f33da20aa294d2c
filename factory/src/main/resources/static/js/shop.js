// Choosing in the shop: every choice asks for new figures at once, the address keeps the choice, nothing typed is lost.
import { morph } from "./morph.js";

const PAUSE_MS = 220;
const form = document.querySelector("[data-choose]");
let asked = 0;
let timer;

const lost = () => document.getElementById("lost");

function address() {
  const url = new URL(form.action);
  url.search = new URLSearchParams(new FormData(form)).toString();
  return url;
}

function busy(isBusy) {
  document.querySelectorAll("[data-offer]").forEach((part) => part.toggleAttribute("data-stale", isBusy));
}

async function ask(url) {
  const mine = ++asked;
  busy(true);
  try {
    const response = await fetch(url, { headers: { Accept: "text/html", "Millwright-Part": "shop" } });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine !== asked) {
      return;
    }
    for (const part of document.querySelectorAll("[data-offer][id]")) {
      const fresh = next.getElementById(part.id);
      if (fresh) {
        morph(part, fresh);
      }
    }
    document.getElementById("quantity").setAttribute("aria-invalid", next.getElementById("quantity").getAttribute("aria-invalid"));
    lost().hidden = true;
    busy(false);
    document.dispatchEvent(new CustomEvent("millwright:updated", { detail: { topics: [] } }));
  } catch {
    if (mine === asked) {
      lost().hidden = false;
    }
  }
}

function choose(keep) {
  const url = address();
  history[keep](null, "", url);
  clearTimeout(timer);
  timer = setTimeout(() => ask(url), keep === "pushState" ? 0 : PAUSE_MS);
}

if (form) {
  document.documentElement.classList.add("is-scripted");
  const quantity = document.getElementById("quantity");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose("pushState");
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "choice") {
      choose("pushState");
    }
  });
  quantity.addEventListener("input", () => choose("replaceState"));
  document.addEventListener("click", (event) => {
    const pick = event.target.closest?.("[data-quantity]");
    if (pick) {
      quantity.value = pick.dataset.quantity;
      choose("pushState");
    }
    if (event.target.closest?.("[data-again]")) {
      ask(address());
    }
  });
  addEventListener("popstate", () => {
    const wanted = new URLSearchParams(location.search);
    quantity.value = wanted.get("quantity") ?? "1";
    const choice = form.querySelector(`input[name=choice][value="${CSS.escape(wanted.get("choice") ?? "")}"]`)
      ?? form.querySelector("input[name=choice]");
    if (choice) {
      choice.checked = true;
    }
    ask(new URL(location.href));
  });
  // Somebody may type before this script is there, and browsers fill in what was typed before.
  if (quantity.value !== quantity.defaultValue || form.querySelector("input[name=choice]:checked:not([checked])")) {
    choose("replaceState");
  }
  // What is ordered is what is chosen, even while its figures are still on their way.
  document.addEventListener("submit", (event) => {
    if (event.target.id === "order") {
      const chosen = new FormData(form);
      event.target.elements.choice.value = chosen.get("choice");
      event.target.elements.quantity.value = chosen.get("quantity");
    }
  }, { capture: true });
}
