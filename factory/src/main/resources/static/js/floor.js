// The machine page: draws the layer that the machine works on and follows its tool.
const NS = "http://www.w3.org/2000/svg";
const host = document.getElementById("path");
const says = document.getElementById("path-says");
const width = Number(host.dataset.width);
const height = Number(host.dataset.height);
const LEAST_PAUSE_MS = 900;

const make = (name, attributes, parent) => {
  const node = document.createElementNS(NS, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  parent?.append(node);
  return node;
};

const svg = make("svg", { viewBox: `-2 -2 ${width + 4} ${height + 4}`, class: "path-picture", "aria-hidden": "true" });
make("rect", { class: "ground", width, height, rx: 3 }, svg);
for (let x = 50; x < width; x += 50) make("line", { class: "grid-line", x1: x, x2: x, y1: 0, y2: height }, svg);
for (let y = 50; y < height; y += 50) make("line", { class: "grid-line", x1: 0, x2: width, y1: height - y, y2: height - y }, svg);
const under = make("image", { class: "under", width, height, opacity: 0.28 }, svg);
const toCome = make("path", { class: "to-come" }, svg);
const done = make("path", { class: "done" }, svg);
const tool = make("g", { class: "tool" }, svg);
make("circle", { r: Math.max(2.5, width / 90), class: "halo" }, tool);
make("circle", { r: Math.max(1.2, width / 220) }, tool);
host.append(svg);

let build;
let layer;
let stretches = [];
let asking = false;
let again = false;
let last = 0;

function draw(line) {
  const finished = [];
  const waiting = [];
  for (const stretch of stretches) {
    let before;
    for (let i = 0; i < stretch.length; i += 3) {
      const point = `${stretch[i + 1]} ${(height - stretch[i + 2]).toFixed(2)}`;
      const paths = stretch[i] <= line ? finished : waiting;
      if (paths !== before) {
        paths.push(`M${before ? `${stretch[i - 2]} ${(height - stretch[i - 1]).toFixed(2)}L${point}` : point}`);
      } else {
        paths.push(`L${point}`);
      }
      before = paths;
    }
  }
  done.setAttribute("d", finished.join(""));
  toCome.setAttribute("d", waiting.join(""));
}

async function follow() {
  if (asking || document.hidden) {
    again = true;
    return;
  }
  asking = true;
  again = false;
  last = performance.now();
  try {
    const at = await (await fetch(`/floor/machines/${host.dataset.machine}/position`, { headers: { Accept: "application/json" } })).json();
    host.classList.toggle("is-idle", !at.build);
    if (!at.build) {
      stretches = [];
      draw(0);
      build = undefined;
      under.removeAttribute("href");
      tool.setAttribute("visibility", "hidden");
      says.textContent = host.dataset.idle;
      return;
    }
    if (at.build !== build || at.layer !== layer) {
      if (at.build !== build) {
        under.setAttribute("href", `/builds/${at.build}/plate.svg`);
      }
      build = at.build;
      layer = at.layer;
      const answer = await fetch(`/builds/${build}/layers/${layer}`, { headers: { Accept: "application/json" } });
      stretches = answer.ok ? (await answer.json()).stretches : [];
    }
    draw(at.line);
    tool.setAttribute("visibility", at.xMm === null ? "hidden" : "visible");
    tool.setAttribute("transform", `translate(${at.xMm} ${height - at.yMm})`);
    const count = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
    says.textContent = host.dataset.layer.replace("{layer}", at.layer + 1).replace("{layers}", at.layers).replace("{z}", count.format(at.zMm));
  } catch {
    again = true;
  } finally {
    asking = false;
    if (again) {
      setTimeout(follow, LEAST_PAUSE_MS);
    }
  }
}

document.addEventListener("millwright:changed", ({ detail }) => {
  if (detail.topics.some((topic) => ["*", "floor", "job", "machine"].includes(topic))) {
    const pause = last + LEAST_PAUSE_MS - performance.now();
    pause > 0 ? setTimeout(follow, pause) : follow();
  }
});
follow();
