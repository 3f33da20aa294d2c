// Keeps every [data-live] part of a page current, and lets files be dropped. Pages work without it after a reload.
const PERIOD_MS = 2000;

// Somebody who fills in a form is not interrupted.
function isTyping() {
  const focused = document.activeElement;
  const inForm = focused?.closest("[data-live]") && focused.closest("form");
  return inForm || [...document.querySelectorAll("[data-live] input, [data-live] select")].some(isFilledIn);
}

function isFilledIn(field) {
  return field.localName === "select"
    ? field.selectedIndex > Math.max(0, [...field.options].findIndex((option) => option.defaultSelected))
    : field.type !== "hidden" && field.value !== field.defaultValue;
}

async function refresh() {
  const parts = document.querySelectorAll("[data-live]");
  if (parts.length === 0 || document.hidden || isTyping() || document.querySelector("[data-problem]")) {
    return;
  }
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!response.ok) {
      return;
    }
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of parts) {
      const fresh = next.getElementById(part.id);
      if (fresh && fresh.innerHTML !== part.innerHTML) {
        const focused = part.contains(document.activeElement) ? document.activeElement : null;
        const place = focused && { link: focused.getAttribute("href"), details: focused.closest("details")?.id };
        const open = [...part.querySelectorAll("details[open]")].map((d) => d.id);
        part.innerHTML = fresh.innerHTML;
        open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
        if (place?.details) {
          document.getElementById(place.details)?.querySelector("summary")?.focus();
        } else if (place?.link) {
          part.querySelector(`a[href="${CSS.escape(place.link)}"]`)?.focus();
        } else if (focused?.id) {
          document.getElementById(focused.id)?.focus();
        }
      }
    }
  } catch {
    // The server is away: the page stays as it is and the next round tries again.
  }
}

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
for (const link of document.querySelectorAll("[data-back]")) {
  link.addEventListener("click", (event) => { event.preventDefault(); history.back(); });
}

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) {
    event.preventDefault();
    return;
  }
  event.target.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  document.querySelectorAll("[aria-busy]").forEach((busy) => busy.removeAttribute("aria-busy"));
});

setInterval(refresh, PERIOD_MS);
