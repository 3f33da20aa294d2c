// The frame: search, drawer, menus, theme, times that tick.
import "./forms.js";
import "./live.js";

const search = document.getElementById("search");
const field = search?.querySelector("input");

function openSearch() {
  if (!search.open) {
    search.showModal();
    field.select();
  }
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openSearch();
  }
  if (event.key === "Escape") {
    closeDrawer();
    document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
  }
});

let asked = 0;
field?.addEventListener("input", async () => {
  const mine = ++asked;
  const list = document.getElementById("search-hits");
  const response = await fetch(`/search?q=${encodeURIComponent(field.value)}`, { headers: { "Millwright-Part": "search" } });
  if (mine === asked && response.ok) {
    list.innerHTML = await response.text();
  }
});

// A scanner types a code and presses Enter: the first hit is opened.
field?.form?.addEventListener("submit", (event) => {
  const first = document.querySelector("#search-hits a");
  if (first) {
    event.preventDefault();
    location.href = first.href;
  }
});

search?.addEventListener("keydown", (event) => {
  const links = [...search.querySelectorAll("#search-hits a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && links.length > 0) {
    event.preventDefault();
    const at = links.indexOf(document.activeElement);
    (links[at + step] ?? (step > 0 ? links[0] : field)).focus();
  }
});

// Links with data-drawer open beside the page; without script they are plain links.
const drawer = document.getElementById("drawer");
let opener;
let opened = 0;

// What arrives after the reader went on, with Escape or another link, is not shown any more.
export async function openDrawer(href) {
  const mine = ++opened;
  const response = await fetch(href, { headers: { Accept: "text/html", "Millwright-Part": "drawer" } });
  const content = await response.text();
  if (mine !== opened) {
    return;
  }
  if (!response.ok) {
    location.href = href;
    return;
  }
  drawer.querySelector("[data-content]").innerHTML = content;
  if (!drawer.open) {
    drawer.show();
  }
  drawer.querySelector("h1, h2, button")?.focus({ preventScroll: true });
  history.replaceState(null, "", `#drawer=${href}`);
  document.dispatchEvent(new CustomEvent("millwright:drawer", { detail: { href } }));
}

export function closeDrawer() {
  opened++;
  if (drawer?.open) {
    drawer.close();
    history.replaceState(null, "", location.pathname + location.search);
    opener?.focus();
  }
}

document.addEventListener("click", (event) => {
  const target = event.target;
  if (target.closest?.("[data-search]")) {
    openSearch();
  }
  if (target.closest?.("[data-shut]")) {
    closeDrawer();
  }
  const link = target.closest?.("a[data-drawer]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    opener = link;
    openDrawer(link.getAttribute("href"));
  }
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (!menu.contains(target)) {
      menu.open = false;
    }
  });
  const theme = target.closest?.("[data-theme-choice]");
  if (theme) {
    const choice = theme.dataset.themeChoice;
    document.cookie = `theme=${choice}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset.theme = choice;
    document.querySelectorAll("[data-theme-choice]").forEach((button) => button.setAttribute("aria-pressed", button === theme));
    document.dispatchEvent(new CustomEvent("millwright:theme"));
  }
});

if (location.hash.startsWith("#drawer=/")) {
  openDrawer(location.hash.slice("#drawer=".length));
}

/** Says something for a while; with an action it can be undone. */
export function toast(words, action, perform) {
  const box = document.createElement("div");
  box.className = "toast";
  box.append(words);
  if (action) {
    const button = document.createElement("button");
    button.textContent = action;
    button.addEventListener("click", () => { box.remove(); perform(); });
    box.append(button);
  }
  document.getElementById("toasts").append(box);
  setTimeout(() => box.remove(), action ? 30_000 : 5_000);
}
