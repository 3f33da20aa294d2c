// Keeps every [data-live] part of a page current: the server says which topics changed, and the parts that show them
// are asked for anew. data-live="order unit" names topics; data-live="" means all. Pages work without it after a reload.
import { morph } from "./morph.js";

const LEAST_PAUSE_MS = 400;
const RETRY_MS = 3000;
const everything = "*";

let stream;
let wanted = new Set();
let fetching = false;
let lastFetch = 0;

const parts = () => [...document.querySelectorAll("[data-live][id]")];

function concerns(part, topics) {
  const own = part.dataset.live.split(" ").filter(Boolean);
  return topics.has(everything) || own.length === 0 || own.some((topic) => topics.has(topic));
}

async function refresh() {
  if (fetching || wanted.size === 0 || document.hidden) {
    return;
  }
  const pause = lastFetch + LEAST_PAUSE_MS - performance.now();
  if (pause > 0) {
    setTimeout(refresh, pause);
    return;
  }
  // What a form that is under way does may leave nothing of this page.
  if (document.querySelector("form[data-sent]")) {
    setTimeout(refresh, LEAST_PAUSE_MS);
    return;
  }
  const topics = wanted;
  wanted = new Set();
  const concerned = parts().filter((part) => concerns(part, topics));
  if (concerned.length === 0) {
    return;
  }
  fetching = true;
  lastFetch = performance.now();
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html", "Millwright-Part": "live" } });
    if (response.ok) {
      const next = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const part of concerned) {
        const fresh = next.getElementById(part.id);
        if (fresh) {
          morph(part, fresh);
        }
      }
      document.dispatchEvent(new CustomEvent("millwright:updated", { detail: { topics: [...topics] } }));
    }
    online(response.status < 500);
  } catch {
    online(false);
  } finally {
    fetching = false;
    if (wanted.size > 0) {
      refresh();
    }
  }
}

function online(isOnline) {
  document.documentElement.classList.toggle("is-offline", !isOnline);
}

// Small parts that change often have an address of their own: data-part="/address" data-topic="topic".
const asked = new Map();

async function refreshSmall(part) {
  if (asked.has(part.id)) {
    asked.set(part.id, true);
    return;
  }
  asked.set(part.id, false);
  try {
    const response = await fetch(part.dataset.part, { headers: { Accept: "text/html", "Millwright-Part": "live" } });
    const fresh = response.ok && new DOMParser().parseFromString(await response.text(), "text/html").getElementById(part.id);
    if (fresh) {
      morph(part, fresh);
      document.dispatchEvent(new CustomEvent("millwright:updated", { detail: { topics: [part.dataset.topic] } }));
    }
    online(response.status < 500);
  } catch {
    online(false);
  }
  await new Promise((later) => { setTimeout(later, LEAST_PAUSE_MS / 2); });
  const again = asked.get(part.id);
  asked.delete(part.id);
  if (again) {
    refreshSmall(part);
  }
}

function changed(topics) {
  document.querySelectorAll("[data-part][id]").forEach((part) => {
    if (topics.includes(part.dataset.topic) || topics.includes(everything)) {
      refreshSmall(part);
    }
  });
  topics.forEach((topic) => wanted.add(topic));
  document.dispatchEvent(new CustomEvent("millwright:changed", { detail: { topics } }));
  refresh();
}

// A browser opens few connections to one server: pages that nobody looks at give theirs back.
function listen() {
  if (stream || document.hidden || parts().length === 0 && !document.querySelector("[data-listen], [data-part]")) {
    return;
  }
  // The server tells first what changed since this page was made, or since the last that it was told.
  const seen = document.documentElement.dataset;
  stream = new EventSource(`/live?since=${encodeURIComponent(seen.seen ?? "")}`);
  stream.addEventListener("open", () => online(true));
  stream.addEventListener("changed", (event) => {
    seen.seen = event.lastEventId;
    changed(event.data.split(" "));
  });
  stream.addEventListener("error", () => {
    online(false);
    if (stream?.readyState === EventSource.CLOSED) {
      stream = undefined;
      setTimeout(listen, RETRY_MS);
    }
  });
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    stream?.close();
    stream = undefined;
  } else {
    listen();
    refresh();
  }
});
addEventListener("pagehide", () => { stream?.close(); stream = undefined; });
addEventListener("pageshow", (event) => { if (event.persisted) { listen(); } });
listen();
