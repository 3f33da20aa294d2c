// Flat parts: drag to move, wheel and keys to zoom, pins that the list turns to. Without script the drawing just stands.
function boxOf(svg) {
  return svg.getAttribute("viewBox").split(" ").map(Number);
}

function mount(viewer) {
  if (viewer.dataset.mounted) {
    return;
  }
  viewer.dataset.mounted = "yes";
  const svg = viewer.querySelector("svg.sheet");
  const show = (box) => svg.setAttribute("viewBox", box.map((side) => side.toFixed(3)).join(" "));
  const zoom = (factor, x, y) => {
    const [left, top, width, height] = boxOf(svg);
    show([x - (x - left) * factor, y - (y - top) * factor, width * factor, height * factor]);
  };
  const middle = () => {
    const [left, top, width, height] = boxOf(svg);
    return [left + width / 2, top + height / 2];
  };
  const point = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  let held;
  svg.addEventListener("pointerdown", (event) => {
    held = point(event);
    svg.setPointerCapture(event.pointerId);
    svg.focus({ preventScroll: true });
  });
  svg.addEventListener("pointermove", (event) => {
    if (held) {
      const here = point(event);
      const [left, top, width, height] = boxOf(svg);
      show([left + held.x - here.x, top + held.y - here.y, width, height]);
    }
  });
  svg.addEventListener("pointerup", () => { held = undefined; });
  svg.addEventListener("wheel", (event) => {
    if (document.activeElement === svg) {
      event.preventDefault();
      const at = point(event);
      zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, at.x, at.y);
    }
  }, { passive: false });
  svg.addEventListener("keydown", (event) => {
    const [left, top, width, height] = boxOf(svg);
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (step) {
      show([left + step[0] * width * 0.1, top + step[1] * height * 0.1, width, height]);
    } else if (event.key === "+" || event.key === "=") {
      zoom(1 / 1.25, ...middle());
    } else if (event.key === "-") {
      zoom(1.25, ...middle());
    } else if (event.key === "0") {
      show(svg.dataset.home.split(" ").map(Number));
    } else {
      return;
    }
    event.preventDefault();
  });
  viewer.addEventListener("click", (event) => {
    const fit = event.target.closest("[data-fit]")?.dataset.fit;
    if (fit) {
      show(svg.dataset[fit].split(" ").map(Number));
    }
  });
  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const entry = event.target.closest?.(`[data-pin][data-of="${CSS.escape(viewer.id)}"]`);
      if (entry) {
        svg.querySelectorAll(".pin").forEach((pin) => pin.classList.toggle("on", pin.dataset.for === entry.id));
        document.querySelectorAll("[data-pin].on").forEach((other) => other.classList.remove("on"));
        entry.classList.add("on");
      }
    });
  }
}

function mountAll() {
  document.querySelectorAll("[data-drawing]").forEach(mount);
}

document.addEventListener("millwright:updated", mountAll);
mountAll();
