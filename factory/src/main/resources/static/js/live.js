// Keeps every [data-live] part of a page current, and lets files be dropped. Pages work without it after a reload.
const PERIOD_MS = 2000;

async function refresh() {
  const parts = document.querySelectorAll("[data-live]");
  if (parts.length === 0 || document.hidden || document.querySelector("[data-live] :focus")) {
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
        const open = [...part.querySelectorAll("details[open]")].map((d) => d.id);
        part.innerHTML = fresh.innerHTML;
        open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
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

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) {
    event.preventDefault();
  }
  event.target.dataset.sent = "yes";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

setInterval(refresh, PERIOD_MS);
