// A week painted with the mouse, a finger or the keyboard: arrows move, space paints, shift with arrows paints on.
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const painter = document.querySelector("[data-painter]");
const text = painter.querySelector("input[name=hours]");
const cells = [...painter.querySelectorAll(".slot")];
const cell = (day, slot) => cells[day * 48 + slot];
const isOn = (one) => one.getAttribute("aria-selected") === "true";
let brush;

function paint(one, on) {
  one.setAttribute("aria-selected", on);
}

const time = (slot) => `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 ? "30" : "00"}`;

function spansOf(day) {
  const spans = [];
  for (let slot = 0; slot < 48; slot++) {
    if (isOn(cell(day, slot))) {
      const start = slot;
      while (slot < 47 && isOn(cell(day, slot + 1))) {
        slot++;
      }
      spans.push(`${time(start)}-${slot === 47 ? "24:00" : time(slot + 1)}`);
    }
  }
  return spans.join(",");
}

function write() {
  const days = DAYS.map((_, day) => spansOf(day));
  if (days.every((spans) => spans === "00:00-24:00")) {
    text.value = "always";
  } else if (days.every((spans) => spans === "")) {
    text.value = "never";
  } else {
    const groups = [];
    days.forEach((spans, day) => {
      const last = groups.at(-1);
      if (last && last.spans === spans && last.end === day - 1) {
        last.end = day;
      } else if (spans) {
        groups.push({ spans, start: day, end: day });
      }
    });
    text.value = groups.map(({ spans, start, end }) => `${DAYS[start]}${end > start ? `-${DAYS[end]}` : ""} ${spans}`).join("; ");
  }
}

painter.addEventListener("pointerdown", (event) => {
  const one = event.target.closest(".slot");
  if (one) {
    event.preventDefault();
    brush = !isOn(one);
    paint(one, brush);
    one.focus();
    one.releasePointerCapture?.(event.pointerId);
  }
});
painter.addEventListener("pointermove", (event) => {
  const one = brush === undefined ? null : document.elementFromPoint(event.clientX, event.clientY)?.closest(".slot");
  if (one) {
    paint(one, brush);
  }
});
addEventListener("pointerup", () => {
  if (brush !== undefined) {
    brush = undefined;
    write();
  }
});

painter.addEventListener("keydown", (event) => {
  const one = event.target.closest(".slot");
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 48, ArrowUp: -48 }[event.key];
  if (one && step) {
    event.preventDefault();
    const next = cells[cells.indexOf(one) + step];
    if (next) {
      cells.forEach((other) => { other.tabIndex = -1; });
      next.tabIndex = 0;
      next.focus();
      if (event.shiftKey) {
        paint(next, isOn(one));
        write();
      }
    }
  } else if (one && (event.key === " " || event.key === "Enter")) {
    event.preventDefault();
    paint(one, !isOn(one));
    write();
  }
});

painter.addEventListener("click", (event) => {
  const fill = event.target.closest("[data-fill]")?.dataset.fill;
  if (fill) {
    cells.forEach((one) => paint(one, fill === "always" || fill === "office" && one.dataset.day < 5 && one.dataset.slot >= 16 && one.dataset.slot < 33));
    write();
  }
});
