// The board: bars on rows of machines and people, drawn as far as they are seen. Bars are read from /board/data and moved
// by mouse, by touch or with the keyboard; what a move would cost is asked while it is being made.
import { openDrawer, toast } from "./frame.js";
import { BoardPicture } from "./board-picture.js";

const host = document.getElementById("gantt");
const says = document.getElementById("board-says");
const words = JSON.parse(host.dataset.words);
const whatif = host.dataset.whatif;
const SNAP_S = { hour: 60, shift: 300, day: 300, week: 1800, month: 3600 };
const SPAN_S = { hour: 3 * 3600, shift: 10 * 3600, day: 28 * 3600, week: 7 * 86400, month: 31 * 86400 };
const LEAST_DRAG_PX = 5;
const RELOAD_MS = 400;

export const word = (key, gaps = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, gap) => gaps[gap] ?? whole);
const say = (text) => { says.textContent = text; };

const address = new URLSearchParams(location.search);
const small = matchMedia("(max-width: 860px)").matches;
let zoom = SPAN_S[address.get("zoom")] ? address.get("zoom") : small ? "shift" : "day";
let following = !address.has("from");
const picture = new BoardPicture(host, word);
let data;
let loading = false;
let again = false;
let drag;

function duration(seconds) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  return minutes >= 60 ? `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min` : `${minutes} min`;
}

const query = () => (whatif ? `?whatif=${whatif}` : "");

async function load() {
  if (loading) {
    again = true;
    return;
  }
  loading = true;
  try {
    const response = await fetch(`/board/data${query()}`, { headers: { Accept: "application/json", "Millwright-Part": "live" } });
    if (response.ok) {
      data = await response.json();
      const first = !picture.data;
      picture.setData(data);
      if (first) {
        picture.setSpan(SPAN_S[zoom]);
        showFrom(following ? undefined : Date.parse(address.get("from")) / 1000);
        picture.select(address.get("bar"));
      }
    } else {
      say(word("lost"));
    }
  } catch {
    say(word("lost"));
  } finally {
    loading = false;
    if (again) {
      again = false;
      setTimeout(load, RELOAD_MS);
    }
  }
}

function showFrom(from) {
  if (picture.data) {
    picture.setFrom(from ?? picture.now() - SPAN_S[zoom] * 0.08);
  }
}

let writing;
function remember() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    const at = new URLSearchParams(location.search);
    at.set("zoom", zoom);
    if (following) {
      at.delete("from");
    } else {
      at.set("from", new Date(picture.from * 1000).toISOString().slice(0, 16) + "Z");
    }
    if (picture.selected) {
      at.set("bar", picture.selected);
    } else {
      at.delete("bar");
    }
    history.replaceState(null, "", `${location.pathname}?${at}${location.hash}`);
  }, 200);
}

function setZoom(next, at = picture.from + SPAN_S[zoom] / 2) {
  const share = (at - picture.from) / SPAN_S[zoom];
  zoom = next;
  picture.setSpan(SPAN_S[zoom]);
  following ? showFrom() : picture.setFrom(at - share * SPAN_S[zoom]);
  showZoom();
  remember();
}

function showZoom() {
  document.querySelectorAll("[data-zoom]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.zoom === zoom)));
}

function pan(seconds) {
  following = false;
  picture.setFrom(picture.from + seconds);
  remember();
}

document.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", () => setZoom(button.dataset.zoom)));
document.querySelectorAll("[data-pan]").forEach((button) => button.addEventListener("click", () => {
  const way = Number(button.dataset.pan);
  if (way === 0) {
    following = true;
    showFrom();
    remember();
  } else {
    pan(way * SPAN_S[zoom] * 0.6);
  }
}));
host.addEventListener("wheel", (event) => {
  const sideways = event.shiftKey ? event.deltaY : event.deltaX;
  if (event.ctrlKey) {
    event.preventDefault();
    stepZoom(event.deltaY > 0 ? 1 : -1, picture.timeAt(event.clientX));
  } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
    event.preventDefault();
    pan(sideways / picture.pxPerS);
  }
}, { passive: false });

function stepZoom(step, at) {
  const names = Object.keys(SPAN_S);
  const next = names[names.indexOf(zoom) + step];
  if (next) {
    setZoom(next, at);
  }
}

// Moving

const rowOf = (work) => picture.rowOf(work);
const place = (row, start) => `${data.rows[row]?.name ?? ""} ${picture.clock(start)}`;

function begin(work, byKey) {
  const bar = data.works[work];
  if (!picture.isMovable(work)) {
    say(word("begun", { bar: bar.label }));
    return undefined;
  }
  const [start, end] = picture.spanOf(work);
  drag = { work, bar, byKey, start, length: end - start, row: rowOf(work), from: { row: rowOf(work), start }, rows: bar.rows.length ? bar.rows : [rowOf(work)] };
  picture.beginMove(drag);
  ask();
  return drag;
}

function moveTo(row, start) {
  const snap = SNAP_S[zoom];
  const to = Math.max(Math.ceil(picture.now() / snap) * snap, Math.round(start / snap) * snap);
  const allowed = drag.rows.includes(row) ? row : drag.row;
  if (to !== drag.start || allowed !== drag.row) {
    drag.start = to;
    drag.row = allowed;
    picture.showMove(drag);
    ask();
  }
}

const machineOf = (row) => (data.rows[row]?.kind === "machine" ? data.rows[row].id : "");

// One question at a time; the newest place is asked next.
async function ask() {
  const asked = drag;
  if (!asked || asked.asking) {
    return;
  }
  asked.asking = true;
  let place;
  do {
    place = `${asked.row} ${asked.start}`;
    const params = new URLSearchParams({ start: asked.start });
    if (machineOf(asked.row)) {
      params.set("machine", machineOf(asked.row));
    }
    if (whatif) {
      params.set("whatif", whatif);
    }
    try {
      const response = await fetch(`/board/bars/${asked.bar.id}/try?${params}`, { headers: { Accept: "application/json" } });
      const answer = await response.json();
      asked.answer = response.ok ? answer : undefined;
      asked.words = response.ok ? costs(answer) : answer.detail;
      asked.bad = !response.ok || answer.lateAfter > answer.lateBefore;
    } catch {
      asked.words = word("lost");
    }
    if (asked === drag) {
      picture.showMove(asked);
      if (asked.byKey) {
        say(`${word("moving", { bar: asked.bar.label, place: placeOf(asked) })}: ${asked.words}`);
      }
    }
  } while (asked === drag && place !== `${asked.row} ${asked.start}`);
  asked.asking = false;
}

const placeOf = (move) => place(move.row, move.answer?.start ?? move.start);

function costs(answer) {
  const parts = [answer.moved === 0 ? word("nobody") : word("others", { moved: answer.moved })];
  const late = answer.lateAfter - answer.lateBefore;
  parts.push(late > 0 ? word("costs", { moved: answer.moved, late }).split(", ").pop() + (answer.newlyLate.length ? ` (${answer.newlyLate.join(", ")})` : "")
    : late < 0 ? word("saves", { late: -late }) : word("inTime"));
  if (Math.abs(answer.latenessS) >= 60) {
    parts.push(word(answer.latenessS > 0 ? "later" : "less", { time: duration(answer.latenessS) }));
  }
  if (answer.materialChanges > 0) {
    parts.push(word("changes", { count: answer.materialChanges }));
  }
  return parts.join(" · ");
}

function cancel() {
  if (drag) {
    say(word("letGo", { bar: drag.bar.label }));
    drag = undefined;
    picture.endMove();
  }
}

async function post(path, fields) {
  const headers = { Accept: "application/json", "Form-Token": document.querySelector("meta[name=form-token]")?.content ?? "" };
  return fetch(path, { method: "POST", body: new URLSearchParams(fields), headers, redirect: "manual" });
}

async function send(bar, row, start, seen) {
  const fields = { start, seenStart: seen.start };
  if (machineOf(row)) {
    fields.machine = machineOf(row);
  }
  if (machineOf(seen.row)) {
    fields.seenMachine = machineOf(seen.row);
  }
  if (whatif) {
    fields.whatif = whatif;
  }
  return post(`/board/bars/${bar}/move`, fields);
}

async function drop() {
  const done = drag;
  drag = undefined;
  if (done.row === done.from.row && done.start === done.from.start) {
    picture.endMove();
    return;
  }
  picture.saving(done);
  const response = await send(done.bar.id, done.row, done.start, done.from);
  await load();
  picture.endMove();
  picture.select(done.bar.id);
  if (response.type === "opaqueredirect" || response.ok) {
    const moved = done.answer?.moved ?? 0;
    const text = word(moved ? "movedMore" : "moved", { bar: done.bar.label, place: placeOf(done), count: moved });
    say(text);
    toast(text, word("undo"), () => undo(done));
  } else {
    const problem = await response.json();
    say(`${problem.detail} ${problem.hint}`);
    toast(`${problem.detail} ${problem.hint}`);
  }
}

async function undo(done) {
  if (whatif) {
    await post(`/board/whatif/${whatif}/undo`, { bar: done.bar.id });
  } else {
    const work = picture.workOf(done.bar.id);
    const response = await send(done.bar.id, done.from.row, done.from.start, { row: rowOf(work), start: picture.spanOf(work)[0] });
    if (response.ok || response.type === "opaqueredirect") {
      if (!done.bar.pin) {
        await post(`/board/bars/${done.bar.id}/unpin`, {});
      }
    } else {
      toast((await response.json()).detail);
    }
  }
  await load();
}

// Pointer

let press;
host.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) {
    return;
  }
  const work = picture.workAt(event.target);
  press = { x: event.clientX, y: event.clientY, work, from: picture.from, touch: event.pointerType === "touch", id: event.pointerId };
});
host.addEventListener("pointermove", (event) => {
  if (!press || event.pointerId !== press.id) {
    return;
  }
  const dx = event.clientX - press.x;
  if (!press.moving && Math.hypot(dx, event.clientY - press.y) < LEAST_DRAG_PX) {
    return;
  }
  if (!press.moving) {
    press.moving = true;
    host.setPointerCapture(event.pointerId);
    press.bar = !press.touch && press.work !== undefined ? begin(press.work, false) : undefined;
  }
  if (press.bar && press.bar === drag) {
    moveTo(picture.rowAt(event.clientY), press.bar.from.start + dx / picture.pxPerS);
    picture.edge(event.clientX, pan);
  } else if (press.work === undefined || press.touch) {
    following = false;
    picture.setFrom(press.from - dx / picture.pxPerS);
    remember();
  }
});
host.addEventListener("pointerup", (event) => {
  if (!press) {
    return;
  }
  const { moving, bar, work } = press;
  press = undefined;
  if (moving) {
    if (bar && bar === drag) {
      drop();
    }
  } else if (drag && drag.byKey) {
    drop();
  } else if (work !== undefined) {
    open(work);
  }
});
host.addEventListener("dragstart", (event) => event.preventDefault());
host.addEventListener("pointercancel", () => { press = undefined; cancel(); });

function open(work) {
  const bar = data.works[work].id;
  picture.select(bar);
  remember();
  openDrawer(`/board/bars/${bar}${query()}`);
}

// Keyboard

host.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (event.key === "Escape" && drag) {
    event.stopPropagation();
    cancel();
  } else if (step && drag) {
    event.preventDefault();
    const rows = drag.rows;
    const row = step[1] ? rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(drag.row) + step[1]))] : drag.row;
    const snap = SNAP_S[zoom] * (event.shiftKey ? 12 : 1);
    moveTo(row, Math.max(picture.now(), drag.start) + step[0] * snap);
    picture.reveal(drag.start, drag.row);
  } else if (step) {
    event.preventDefault();
    const bar = picture.selectNext(step[0], step[1]);
    if (bar !== undefined) {
      following = false;
      say(picture.describe(bar));
      remember();
    }
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (drag) {
      drop();
    } else if (picture.selectedWork() !== undefined) {
      open(picture.selectedWork());
    }
  } else if (event.key.toLowerCase() === "m" && !drag && picture.selectedWork() !== undefined) {
    begin(picture.selectedWork(), true);
  } else if (event.key === "+" || event.key === "-") {
    stepZoom(event.key === "+" ? -1 : 1);
  } else if (event.key === "Home") {
    following = true;
    showFrom();
    remember();
  }
});
host.addEventListener("focus", () => {
  if (picture.data && picture.selectedWork() === undefined) {
    const bar = picture.selectNext(1, 0);
    if (bar !== undefined) {
      say(picture.describe(bar));
    }
  }
});

document.addEventListener("millwright:changed", ({ detail }) => {
  const own = ["*", "timetable", "operation", "build", "machine", "order", "job"];
  if (!drag && detail.topics.some((topic) => own.includes(topic))) {
    load();
  }
});
document.addEventListener("millwright:theme", () => picture.draw());

setInterval(() => {
  if (picture.data && !drag && !document.hidden) {
    following ? showFrom() : picture.draw();
  }
}, 1000);
showZoom();
load();
