// A product changes as its options are typed: the shape in the viewer, what is wrong beside each field, what was found.
import { morph } from "./morph.js";
import { viewerOf } from "./viewer.js";

const PAUSE_MS = 250;
const form = document.querySelector("[data-product]");
const model = document.getElementById("model");
let asked = 0;
let timer;

function options() {
  const chosen = new URLSearchParams(new FormData(form));
  chosen.delete("_csrf");
  return chosen.toString();
}

async function refresh() {
  const mine = ++asked;
  const query = options();
  history.replaceState(null, "", `${form.dataset.product}?${query}`);
  try {
    const response = await fetch(`${form.dataset.product}?${query}`, { headers: { Accept: "text/html", "Millwright-Part": "shop" } });
    if (!response.ok || mine !== asked) {
      return;
    }
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of document.querySelectorAll("[data-offer][id]")) {
      const fresh = next.getElementById(part.id);
      if (fresh) {
        morph(part, fresh);
      }
    }
    for (const field of form.querySelectorAll("input[aria-invalid]")) {
      field.setAttribute("aria-invalid", next.getElementById(field.id)?.getAttribute("aria-invalid") ?? "false");
    }
    if (!next.querySelector(".wrongs .wrong")) {
      const viewer = await viewerOf(model);
      await viewer?.load(`${form.dataset.product}/mesh?${query}`);
    }
  } catch {
    // The frame says that the connection is lost; the next change asks again.
  }
}

form.addEventListener("input", async (event) => {
  if (event.target.name === "colour") {
    (await viewerOf(model))?.colour(event.target.dataset.hex);
  }
  clearTimeout(timer);
  timer = setTimeout(refresh, PAUSE_MS);
});
