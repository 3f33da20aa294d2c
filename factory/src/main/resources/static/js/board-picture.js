// Draws the board into an SVG: rows, shifts, bars, setups, the line of now. Only what is seen is in the document.

const NS = "http://www.w3.org/2000/svg";
const HEAD_PX = 44;
const MACHINE_PX = 46;
const PERSON_PX = 32;
const GROUP_PX = 26;
const TICKS_S = [60, 300, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];
const LEAST_TICK_PX = 64;
const MARGIN_PX = 60;

const make = (name, attributes = {}, parent) => {
  const node = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, value);
  }
  parent?.append(node);
  return node;
};
const set = (node, attributes) => {
  for (const [key, value] of Object.entries(attributes)) {
    const text = String(value);
    if (node.getAttribute(key) !== text) {
      node.setAttribute(key, text);
    }
  }
  return node;
};

export class BoardPicture {
  constructor(host, word) {
    this.host = host;
    this.word = word;
    this.from = 0;
    this.span = 86400;
    this.nodes = new Map();
    this.svg = make("svg", { class: "gantt-svg", role: "presentation", focusable: "false" }, host);
    const defs = make("defs", {}, this.svg);
    const frozen = make("pattern", { id: "hatch-frozen", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, defs);
    make("rect", { width: 3, height: 8, class: "hatch-frozen" }, frozen);
    const down = make("pattern", { id: "hatch-down", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)" }, defs);
    make("rect", { width: 3, height: 8, class: "hatch-down" }, down);
    const clip = make("clipPath", { id: "board-clip" }, defs);
    this.clip = make("rect", {}, clip);
    this.body = make("g", { "clip-path": "url(#board-clip)" }, this.svg);
    this.layers = Object.fromEntries(["ground", "lines", "ghosts", "bars", "front"].map((name) => [name, make("g", { class: name }, this.body)]));
    this.labels = make("g", { class: "labels" }, this.svg);
    this.axis = make("g", { class: "axis" }, this.svg);
    this.hover = make("g", { class: "moving" }, this.body);
    new ResizeObserver(() => this.draw()).observe(host);
  }

  setData(data) {
    this.data = data;
    this.readAt = performance.now();
    const zone = { timeZone: data.zone };
    const lang = document.documentElement.lang;
    this.formats = {
      hour: new Intl.DateTimeFormat(lang, { ...zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
      day: new Intl.DateTimeFormat(lang, { ...zone, weekday: "short", day: "numeric", month: "short" }),
      both: new Intl.DateTimeFormat(lang, { ...zone, weekday: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
      parts: new Intl.DateTimeFormat("en-GB", { ...zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }),
    };
    this.byRow = data.rows.map(() => []);
    this.ofWork = data.works.map(() => []);
    data.bars.forEach((bar, index) => {
      const [work, , machine, person] = bar;
      if (machine >= 0) {
        this.byRow[machine].push(index);
      }
      if (person >= 0) {
        this.byRow[person].push(index);
      }
      this.ofWork[work].push(index);
    });
    this.byRow.forEach((row) => row.sort((a, b) => data.bars[a][4] - data.bars[b][4]));
    this.layRows();
    this.nodes.forEach((node) => node.remove());
    this.nodes.clear();
    this.images = undefined;
    this.draw();
  }

  layRows() {
    let y = HEAD_PX;
    let group;
    this.groups = [];
    this.rows = this.data.rows.map((row) => {
      if (row.group !== group) {
        group = row.group;
        this.groups.push({ y, group, kind: row.kind });
        y += GROUP_PX;
      }
      const height = row.kind === "machine" ? MACHINE_PX : PERSON_PX;
      const at = { y, height };
      y += height;
      return at;
    });
    this.height = Math.max(y + 8, HEAD_PX + 120);
    this.labelsOld = true;
  }

  now() {
    return this.data.now + (performance.now() - this.readAt) / 1000 * this.data.speed;
  }

  setSpan(seconds) {
    this.span = seconds;
  }

  setFrom(from) {
    this.from = from;
    this.draw();
  }

  get labelPx() {
    return this.width < 560 ? 92 : 132;
  }

  get pxPerS() {
    return (this.width - this.labelPx) / this.span;
  }

  x(time) {
    return this.labelPx + (time - this.from) * this.pxPerS;
  }

  timeAt(clientX) {
    return this.from + (clientX - this.svg.getBoundingClientRect().left - this.labelPx) / this.pxPerS;
  }

  rowAt(clientY) {
    const y = clientY - this.svg.getBoundingClientRect().top;
    return this.rows.findIndex((row) => y >= row.y && y < row.y + row.height);
  }

  workAt(target) {
    const node = target.closest?.("[data-work]");
    return node ? Number(node.dataset.work) : undefined;
  }

  clock(time) {
    return this.formats.both.format(new Date(time * 1000));
  }

  draw() {
    if (!this.data || this.drawing) {
      return;
    }
    this.drawing = true;
    requestAnimationFrame(() => {
      this.drawing = false;
      this.paint();
    });
  }

  paint() {
    this.width = this.host.clientWidth;
    if (this.width <= this.labelPx) {
      return;
    }
    set(this.svg, { width: this.width, height: this.height, viewBox: `0 0 ${this.width} ${this.height}` });
    set(this.clip, { x: this.labelPx, y: 0, width: Math.max(0, this.width - this.labelPx), height: this.height });
    this.paintLabels();
    this.paintGround();
    this.paintAxis();
    this.paintBars();
    this.paintFront();
  }

  paintLabels() {
    if (!this.labelsOld && this.labelsWidth === this.labelPx + this.width) {
      return;
    }
    this.labelsOld = false;
    this.labelsWidth = this.labelPx + this.width;
    this.labels.replaceChildren();
    make("rect", { class: "label-ground", x: 0, y: 0, width: this.labelPx, height: this.height }, this.labels);
    this.groups.forEach(({ y, group, kind }) => {
      const words = kind === "person" ? this.word("people") : this.word(`group.${group}`);
      const text = make("text", { class: "group", x: 0, y: y + 18 }, this.labels);
      text.textContent = words.startsWith("group.") ? group : words;
      make("line", { class: "group-line", x1: 0, x2: this.width, y1: y + GROUP_PX, y2: y + GROUP_PX }, this.labels);
    });
    this.data.rows.forEach((row, index) => {
      const { y, height } = this.rows[index];
      const text = make("text", { class: `name ${row.kind}`, x: 4, y: y + height / 2 }, this.labels);
      text.textContent = shorten(row.name, this.labelPx - 12);
      make("title", {}, text).textContent = row.name;
      make("line", { class: "row-line", x1: 0, x2: this.width, y1: y + height, y2: y + height }, this.labels);
    });
  }

  paintGround() {
    const ground = this.layers.ground;
    ground.replaceChildren();
    const until = this.from + this.span;
    this.data.rows.forEach((row, index) => {
      const { y, height } = this.rows[index];
      let closedFrom = this.from;
      for (const [open, close] of row.open) {
        if (close <= this.from || open >= until) {
          continue;
        }
        this.stretch(ground, "closed", closedFrom, open, y, height);
        closedFrom = close;
      }
      this.stretch(ground, "closed", closedFrom, until, y, height);
      for (const down of row.down) {
        const node = this.stretch(ground, "down", Math.max(down.from, this.from), Math.min(down.until, until), y, height);
        if (node) {
          make("title", {}, node).textContent = this.word("down", { reason: down.reason });
        }
      }
    });
    const now = this.now();
    this.stretch(ground, "frozen", Math.max(now, this.from), Math.min(now + this.data.frozenS, until), HEAD_PX, this.height - HEAD_PX);
  }

  stretch(layer, kind, from, until, y, height) {
    return until > from
      ? make("rect", { class: kind, x: this.x(from), y, width: (until - from) * this.pxPerS, height }, layer)
      : undefined;
  }

  /** Seconds since midnight in the factory's zone. */
  sinceMidnight(time) {
    const parts = Object.fromEntries(this.formats.parts.formatToParts(new Date(time * 1000)).map(({ type, value }) => [type, Number(value)]));
    return parts.hour * 3600 + parts.minute * 60 + parts.second;
  }

  paintAxis() {
    this.axis.replaceChildren();
    this.layers.lines.replaceChildren();
    make("rect", { class: "axis-ground", x: 0, y: 0, width: this.width, height: HEAD_PX }, this.axis);
    const tick = TICKS_S.find((step) => step * this.pxPerS >= LEAST_TICK_PX) ?? TICKS_S[TICKS_S.length - 1];
    const start = this.from - this.sinceMidnight(this.from);
    const until = this.from + this.span;
    let lastDay = -Infinity;
    for (let day = start; day < until; day = this.nextDay(day)) {
      const x = Math.max(this.labelPx, this.x(day));
      make("line", { class: "day-line", x1: this.x(day), x2: this.x(day), y1: HEAD_PX - 22, y2: this.height }, this.layers.lines);
      if (x - lastDay >= LEAST_TICK_PX * 1.4 && this.x(this.nextDay(day)) - x > LEAST_TICK_PX) {
        make("text", { class: "day", x: x + 4, y: 16 }, this.axis).textContent = this.formats.day.format(new Date(day * 1000));
        lastDay = x;
      }
      if (tick < 86400) {
        for (let at = day + tick; at < this.nextDay(day) - 1; at += tick) {
          if (at >= this.from && at <= until) {
            make("line", { class: "tick-line", x1: this.x(at), x2: this.x(at), y1: HEAD_PX, y2: this.height }, this.layers.lines);
            make("text", { class: "tick", x: this.x(at), y: 36 }, this.axis).textContent = this.formats.hour.format(new Date(at * 1000));
          }
        }
      }
    }
  }

  /** The next midnight, also on days with 23 or 25 hours. */
  nextDay(midnight) {
    const near = midnight + 86400;
    const over = this.sinceMidnight(near);
    return over === 0 ? near : over < 43200 ? near - over : near + 86400 - over;
  }

  paintBars() {
    const seen = new Set();
    const from = this.from - MARGIN_PX / this.pxPerS;
    const until = this.from + this.span + MARGIN_PX / this.pxPerS;
    this.byRow.forEach((bars, row) => {
      const person = this.data.rows[row].kind === "person";
      let lastX = -Infinity;
      for (const index of bars) {
        const bar = this.data.bars[index];
        if (bar[4] > until) {
          break;
        }
        if (bar[5] < from) {
          continue;
        }
        const x = this.x(bar[4]);
        const width = Math.max(1.5, (bar[5] - bar[4]) * this.pxPerS);
        // What lies on the same pixel as its neighbour is drawn once.
        if (width < 2 && x + width < lastX + 1) {
          continue;
        }
        lastX = x + width;
        const key = `${index}/${row}`;
        seen.add(key);
        this.paintBar(key, bar, row, person, x, width);
      }
    });
    for (const [key, node] of this.nodes) {
      if (!seen.has(key)) {
        node.remove();
        this.nodes.delete(key);
      }
    }
    this.paintGhosts(from, until);
  }

  paintBar(key, bar, row, person, x, width) {
    const [index, , , , , , state, kind] = bar;
    const work = this.data.works[index];
    let node = this.nodes.get(key);
    if (!node) {
      node = make("g", { "data-work": index }, this.layers.bars);
      node.shape = make("rect", { rx: 4 }, node);
      make("title", {}, node).textContent = this.describeBar(bar);
      this.nodes.set(key, node);
    }
    const { y, height } = this.rows[row];
    const setup = !person && (kind === 0 || kind === 2);
    const top = setup ? y + height * 0.5 : y + 5;
    const tall = setup ? height * 0.5 - 6 : height - 10;
    const classes = ["bar", `c${work.colour}`];
    if (setup) classes.push("setup");
    if (person) classes.push("hands");
    if (state >= 2) classes.push("over");
    if (state === 3) classes.push("failed");
    if (state === 1) classes.push("running");
    if (work.lateS > 0 && !setup && !person) classes.push("is-late");
    if (work.id === this.selected) classes.push("selected");
    if (this.move?.work === index) classes.push("lifted");
    set(node, { class: classes.join(" ") });
    set(node.shape, { x: round(x), y: top, width: round(Math.max(1.5, width - 1)), height: tall });
    this.paintInside(node, bar, work, person, setup, x, top, width, tall);
  }

  paintInside(node, bar, work, person, setup, x, top, width, tall) {
    const [, , , , start, end, state, kind] = bar;
    const share = state === 1 ? Math.min(1, Math.max(0, (this.now() - start) / Math.max(1, end - start))) : 0;
    node.progress = part(node, node.progress, share > 0 && !setup, "rect", { class: "progress", rx: 4, x: round(x), y: top + tall - 5, width: round(Math.max(1, (width - 1) * share)), height: 5 });
    const left = Math.max(x, this.labelPx);
    const room = x + width - left;
    const withPicture = !person && kind === 1 && room > 132 && work.picture;
    node.image = part(node, node.image, withPicture, "image", { href: work.picture ?? "", x: round(left + 4), y: top + 3, width: tall - 6 + 8, height: tall - 6, preserveAspectRatio: "xMidYMid meet" });
    const textRoom = room - (withPicture ? tall + 12 : 10);
    const text = setup ? "" : shorten(person && kind !== 3 ? this.data.steps[bar[1]] : work.orders.length === 1 ? work.orders[0] : work.orders.length > 1 ? `${work.orders[0]} +${work.orders.length - 1}` : work.label, textRoom);
    node.text = part(node, node.text, text.length > 1, "text", { x: round(left + (withPicture ? tall + 8 : 6)), y: top + tall / 2 });
    if (node.text && node.text.textContent !== text) {
      node.text.textContent = text;
    }
    const pinned = work.pin > 0 && !person && !setup && width > 26;
    node.pin = part(node, node.pin, pinned, "path", { class: work.pin === 2 ? "pin unkept" : "pin", d: "M0-5a4 4 0 0 1 4 4c0 3-4 7-4 7s-4-4-4-7a4 4 0 0 1 4-4z", transform: `translate(${round(x + width - 11)} ${top + 9})` });
  }

  paintGhosts(from, until) {
    const layer = this.layers.ghosts;
    layer.replaceChildren();
    for (const [, kind, row, start, end] of this.data.ghosts) {
      if (end >= from && start <= until && (kind === 1 || kind === 3)) {
        const { y, height } = this.rows[row];
        make("rect", { class: "ghost", x: round(this.x(start)), y: y + 5, width: round(Math.max(2, (end - start) * this.pxPerS)), height: height - 10, rx: 4 }, layer);
      }
    }
  }

  paintFront() {
    const front = this.layers.front;
    front.replaceChildren();
    const x = this.x(this.now());
    make("line", { class: "now", x1: x, x2: x, y1: HEAD_PX - 8, y2: this.height }, front);
    make("circle", { class: "now", cx: x, cy: HEAD_PX - 8, r: 4 }, front);
    if (this.move) {
      this.paintMove();
    }
  }

  // Moving

  rowOf(work) {
    const bars = this.ofWork[work].map((index) => this.data.bars[index]);
    const onMachine = bars.find((bar) => bar[2] >= 0);
    return onMachine ? onMachine[2] : bars[0][3];
  }

  spanOf(work) {
    const bars = this.ofWork[work].map((index) => this.data.bars[index]);
    return [Math.min(...bars.map((bar) => bar[4])), Math.max(...bars.map((bar) => bar[5]))];
  }

  workOf(id) {
    const at = this.data.works.findIndex((work) => work.id === id);
    return at < 0 ? undefined : at;
  }

  isMovable(work) {
    return this.ofWork[work].every((index) => this.data.bars[index][6] === 0);
  }

  beginMove(move) {
    this.move = move;
    this.host.classList.add("is-moving");
    this.draw();
  }

  showMove(move) {
    this.move = move;
    this.draw();
  }

  saving() {
    this.host.classList.add("is-saving");
  }

  endMove() {
    this.move = undefined;
    this.host.classList.remove("is-moving", "is-saving");
    this.hover.replaceChildren();
    this.draw();
  }

  paintMove() {
    const { bar, row, start, length, rows, answer, words, bad } = this.move;
    this.hover.replaceChildren();
    this.data.rows.forEach((_, index) => {
      if (!rows.includes(index)) {
        const { y, height } = this.rows[index];
        make("rect", { class: "not-here", x: this.labelPx, y, width: this.width - this.labelPx, height }, this.hover);
      }
    });
    const byId = new Map(this.data.rows.map((each, index) => [each.id, index]));
    for (const shift of answer?.shifts ?? []) {
      const to = byId.get(shift.machine);
      if (to !== undefined) {
        const { y, height } = this.rows[to];
        make("rect", { class: "shifted", x: round(this.x(shift.start)), y: y + 5, width: round(Math.max(2, (shift.end - shift.start) * this.pxPerS)), height: height - 10, rx: 4 }, this.hover);
      }
    }
    const { y, height } = this.rows[row];
    const x = this.x(start);
    const width = Math.max(8, length * this.pxPerS);
    const group = make("g", { class: `bar c${bar.colour} lifted-bar` }, this.hover);
    make("rect", { x: round(x), y: y + 3, width: round(width), height: height - 6, rx: 4 }, group);
    make("text", { x: round(Math.max(x, this.labelPx) + 6), y: y + height / 2 }, group).textContent = shorten(bar.label, width - 12);
    if (answer?.start && Math.abs(answer.start - start) > 59) {
      make("rect", { class: "lands", x: round(this.x(answer.start)), y: y + 3, width: round(Math.max(8, (answer.end - answer.start) * this.pxPerS)), height: height - 6, rx: 4 }, this.hover);
    }
    const lines = [`${this.data.rows[row].name} · ${this.clock(answer?.start ?? start)}`, ...wrapped(words ?? this.word("asking"), 46)];
    const wide = Math.max(...lines.map((line) => line.length)) * 7.2 + 24;
    const high = lines.length * 19 + 12;
    const at = Math.min(Math.max(x, this.labelPx + 4), Math.max(this.labelPx + 4, this.width - wide - 4));
    const below = y + height + 6 + high < this.height ? y + height + 6 : y - high - 6;
    const note = make("g", { class: `note ${bad ? "bad" : ""}`, transform: `translate(${round(at)} ${round(Math.max(2, below))})` }, this.hover);
    make("rect", { width: wide, height: high, rx: 8 }, note);
    lines.forEach((line, index) => {
      make("text", { class: index === 0 ? "first" : "", x: 12, y: 20 + index * 19 }, note).textContent = line;
    });
  }

  /** Scrolls on while a bar is held at the edge. */
  edge(clientX, pan) {
    const box = this.svg.getBoundingClientRect();
    if (clientX > box.right - 24) {
      pan(this.span * 0.02);
    } else if (clientX < box.left + this.labelPx + 24 && this.from > this.now() - this.span * 0.1) {
      pan(-this.span * 0.02);
    }
  }

  // Selection

  select(id) {
    this.selected = id ?? undefined;
    this.draw();
  }

  selectedWork() {
    return this.selected && this.data ? this.workOf(this.selected) : undefined;
  }

  /** The main bar of a work on its row. */
  mainBar(work) {
    const bars = this.ofWork[work].map((index) => this.data.bars[index]);
    return bars.find((bar) => bar[7] === 1) ?? bars[0];
  }

  /** Goes to the next bar on the row, or to the nearest one on the next row that has any. */
  selectNext(dx, dy) {
    const current = this.selectedWork();
    let next;
    if (current === undefined) {
      const rows = this.byRow.map((row) => row.map((index) => this.data.bars[index]));
      next = rows.flat().find((bar) => bar[5] >= this.now() && bar[7] !== 0)?.[0] ?? rows.flat()[0]?.[0];
    } else {
      const row = this.rowOf(current);
      const [start, end] = this.spanOf(current);
      next = dy ? this.nearest(row, dy, (start + end) / 2) : this.beside(row, current, dx);
    }
    if (next === undefined) {
      return undefined;
    }
    this.select(this.data.works[next].id);
    const [start] = this.spanOf(next);
    this.reveal(start, this.rowOf(next));
    return next;
  }

  worksOn(row) {
    return [...new Set(this.byRow[row].map((index) => this.data.bars[index][0]))].filter((work) => this.rowOf(work) === row);
  }

  beside(row, current, dx) {
    const works = this.worksOn(row);
    return works[works.indexOf(current) + dx];
  }

  nearest(row, dy, middle) {
    for (let at = row + dy; at >= 0 && at < this.data.rows.length; at += dy) {
      const works = this.worksOn(at);
      if (works.length > 0) {
        const away = (work) => Math.abs(this.spanOf(work).reduce((a, b) => a + b) / 2 - middle);
        return works.reduce((best, work) => (away(work) < away(best) ? work : best));
      }
    }
    return undefined;
  }

  reveal(time, row) {
    if (time < this.from || time > this.from + this.span * 0.9) {
      this.setFrom(time - this.span * 0.3);
    }
    const box = this.svg.getBoundingClientRect();
    const y = box.top + this.rows[row].y;
    if (y < 60 || y > innerHeight - 60) {
      scrollBy({ top: y - innerHeight / 2 });
    }
  }

  describeBar(bar) {
    const work = this.data.works[bar[0]];
    const parts = [work.label, work.orders.filter((order) => order !== work.label).join(", "), this.data.steps[bar[1]],
      `${this.clock(bar[4])} – ${this.formats.hour.format(new Date(bar[5] * 1000))}`];
    if (work.lateS > 0) {
      parts.push(this.word("late", { time: `${Math.floor(work.lateS / 3600)} h ${String(Math.floor(work.lateS / 60) % 60).padStart(2, "0")} min` }));
    }
    if (work.pin) {
      parts.push(this.word(work.pin === 1 ? "pinned" : "unkept"));
    }
    return parts.filter(Boolean).join(" · ");
  }

  describe(work) {
    return `${this.data.rows[this.rowOf(work)].name}: ${this.describeBar(this.mainBar(work))}`;
  }
}

const round = (value) => Math.round(value * 10) / 10;

function part(node, existing, wanted, name, attributes) {
  if (!wanted) {
    existing?.remove();
    return undefined;
  }
  return set(existing ?? make(name, {}, node), attributes);
}

function shorten(text, px) {
  const fits = Math.floor(px / 7.4);
  return text.length <= fits ? text : fits < 3 ? "" : `${text.slice(0, fits - 1)}…`;
}

function wrapped(text, most) {
  const lines = [];
  for (const piece of text.split(" · ")) {
    let line = "";
    for (const each of piece.split(" ")) {
      if (line && line.length + each.length + 1 > most) {
        lines.push(line);
        line = each;
      } else {
        line = line ? `${line} ${each}` : each;
      }
    }
    lines.push(line);
  }
  return lines;
}
