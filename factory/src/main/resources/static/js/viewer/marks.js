// What lies over the 3D picture: sizes of the part, and numbered pins where something was found.
import * as THREE from "/lib/three.module.min.js";

export class Marks {
  constructor(scene) {
    this.scene = scene;
    this.layer = scene.element.querySelector(".marks");
    this.sizes = true;
    this.labels = [];
    this.pins = [];
    document.addEventListener("millwright:updated", () => this.measure());
    const id = CSS.escape(scene.element.id);
    for (const kind of ["pointerover", "focusin"]) {
      document.addEventListener(kind, (event) => {
        const entry = event.target.closest?.(`[data-pin][data-of="${id}"]`);
        const pin = this.pins.find((known) => known.entry === entry);
        if (pin && this.current !== pin) {
          this.#choose(pin);
          scene.lookAt(pin.place);
        }
      });
    }
  }

  toggleSizes() {
    this.sizes = !this.sizes;
    this.labels.forEach(({ label }) => { label.hidden = !this.sizes; });
    if (this.lines) {
      this.lines.visible = this.sizes;
    }
  }

  /** Reads pins and sizes anew. What was chosen stays chosen; what is pointed at without having had a pin yet is chosen. */
  measure() {
    if (!this.scene.mesh) {
      return;
    }
    const chosen = this.current?.entry.id;
    this.layer.replaceChildren();
    this.current = undefined;
    this.#measureSizes();
    this.#findPins();
    const again = this.pins.find(({ entry }) => entry.id === chosen) ?? this.pins.find(({ entry }) => entry.matches(":hover"));
    if (again) {
      this.#choose(again);
    }
    this.scene.draw();
  }

  #measureSizes() {
    const { box, size, reach } = this.scene;
    const gap = reach * 0.14;
    const low = box.min, high = box.max;
    const lines = [
      [[low.x, low.y - gap, low.z], [high.x, low.y - gap, low.z], size.x],
      [[high.x + gap, low.y, low.z], [high.x + gap, high.y, low.z], size.y],
      [[low.x - gap, low.y - gap, low.z], [low.x - gap, low.y - gap, high.z], size.z],
    ];
    const points = lines.flatMap(([from, to]) => [...from, ...to]);
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute("position", new THREE.BufferAttribute(new Float32Array(points), 3));
    const colour = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    if (this.lines) {
      this.lines.removeFromParent();
      this.lines.geometry.dispose();
      this.lines.material.dispose();
    }
    this.lines = new THREE.LineSegments(geometry, new THREE.LineBasicMaterial({ color: colour }));
    this.lines.visible = this.sizes;
    this.scene.part.add(this.lines);
    const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
    this.labels = lines.map(([from, to, length]) => {
      const label = document.createElement("span");
      label.className = "size";
      label.hidden = !this.sizes;
      label.textContent = `${number.format(length)} mm`;
      this.layer.append(label);
      return { label, place: new THREE.Vector3(...from).add(new THREE.Vector3(...to)).divideScalar(2) };
    });
  }

  #findPins() {
    const id = CSS.escape(this.scene.element.id);
    this.pins = [...document.querySelectorAll(`[data-pin][data-of="${id}"]`)].filter((entry) => entry.dataset.pin).map((entry) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = `pin ${entry.dataset.kind ?? ""}`;
      button.textContent = entry.dataset.number;
      button.setAttribute("aria-label", `${entry.dataset.number}: ${entry.dataset.words ?? ""}`);
      const pin = { entry, button, place: new THREE.Vector3(...entry.dataset.pin.split(" ").map(Number)) };
      button.addEventListener("click", () => {
        this.#choose(pin);
        entry.scrollIntoView({ block: "nearest" });
      });
      button.addEventListener("focus", () => this.#choose(pin));
      this.layer.append(button);
      return pin;
    });
  }

  #choose(pin) {
    this.current = pin;
    for (const other of this.pins) {
      other.button.classList.toggle("on", other === pin);
      other.entry.classList.toggle("on", other === pin);
    }
  }

  place() {
    const { clientWidth, clientHeight } = this.scene.stage;
    for (const { label, button, place } of [...this.labels, ...this.pins]) {
      const seen = place.clone().add(this.scene.part.position).project(this.scene.camera);
      const mark = label ?? button;
      const x = ((seen.x + 1) / 2) * clientWidth;
      const y = ((1 - seen.y) / 2) * clientHeight;
      mark.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
      mark.style.visibility = seen.z < 1 && Math.abs(seen.x) <= 1.02 && Math.abs(seen.y) <= 1.02 ? "" : "hidden";
    }
  }
}
