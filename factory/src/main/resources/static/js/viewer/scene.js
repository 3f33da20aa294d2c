// One part on its plate: light, grid, camera, sizes, pins and heat map. Draws only when something changed.
import * as THREE from "/lib/three.module.min.js";
import { OrbitControls } from "/lib/OrbitControls.js";
import { divided, drawable, fetchThickness, readMesh } from "./mesh.js";
import { Marks } from "./marks.js";

const EDGES_UP_TO = 60_000;
const HOME = new THREE.Vector3(0.72, -1, 0.62).normalize();
const SIDES = {
  home: HOME,
  front: new THREE.Vector3(0, -1, 0),
  back: new THREE.Vector3(0, 1, 0),
  left: new THREE.Vector3(-1, 0, 0),
  right: new THREE.Vector3(1, 0, 0),
  top: new THREE.Vector3(0, -1e-4, 1),
  bottom: new THREE.Vector3(0, -1e-4, -1),
};
const KEYS = { 0: "home", 1: "front", 2: "back", 3: "left", 4: "right", 5: "top", 6: "bottom" };
const TURN = Math.PI / 24;
const GLIDE_MS = 350;
const still = matchMedia("(prefers-reduced-motion: reduce)");

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export class Scene {
  constructor(element) {
    this.element = element;
    this.stage = element.querySelector(".stage");
    this.said = element.querySelector(".said");
    this.renderer = new THREE.WebGLRenderer({ antialias: true, alpha: true });
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = THREE.PCFSoftShadowMap;
    this.stage.append(this.renderer.domElement);
    this.world = new THREE.Scene();
    this.camera = new THREE.PerspectiveCamera(28, 4 / 3, 1, 10_000);
    this.camera.up.set(0, 0, 1);
    this.controls = new OrbitControls(this.camera, this.renderer.domElement);
    this.controls.enableZoom = false;
    this.controls.addEventListener("change", () => this.draw());
    this.part = new THREE.Group();
    this.world.add(this.part);
    this.#light();
    this.marks = new Marks(this);
    this.#listen();
    this.paint();
  }

  /** Shows another mesh; the camera stays where it is unless this is the first. */
  async load(url) {
    const turn = (this.turn = Symbol(url));
    this.say(this.element.dataset.saidLoading);
    try {
      const response = await fetch(url);
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const mesh = readMesh(await response.arrayBuffer());
      if (this.turn === turn) {
        this.#show(mesh);
      }
    } catch {
      if (this.turn === turn) {
        this.say(this.element.dataset.saidFailed);
        this.element.classList.toggle("is-flat", !this.mesh);
      }
    }
  }

  /** Another colour of the part; empty is that of the theme. */
  colour(colour) {
    this.element.dataset.colour = colour;
    this.paint();
  }

  draw() {
    if (!this.frame) {
      this.frame = requestAnimationFrame(() => {
        this.frame = undefined;
        if (!this.element.isConnected) {
          this.dispose();
          return;
        }
        this.renderer.render(this.world, this.camera);
        this.marks.place();
        this.#turnCube();
      });
    }
  }

  /** Gives everything back; the element shows its picture again. */
  dispose() {
    this.abort?.abort();
    this.sizing.disconnect();
    document.removeEventListener("millwright:theme", this.repaint);
    dark.removeEventListener("change", this.repaint);
    this.controls.dispose();
    this.world.traverse((thing) => {
      thing.geometry?.dispose();
      thing.material?.dispose();
    });
    this.renderer.dispose();
    this.renderer.domElement.remove();
    this.element.classList.remove("is-shown");
  }

  say(words) {
    this.said.textContent = words ?? "";
  }

  #light() {
    this.sky = new THREE.HemisphereLight(0xffffff, 0xb9b2a4, 1.9);
    this.world.add(this.sky);
    this.sun = new THREE.DirectionalLight(0xffffff, 2.1);
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(1024, 1024);
    this.sun.shadow.radius = 6;
    const fill = new THREE.DirectionalLight(0xffffff, 0.55);
    fill.position.set(-1, 0.6, 0.4);
    this.world.add(this.sun, this.sun.target, fill);
  }

  #listen() {
    this.sizing = new ResizeObserver(() => this.#resize());
    this.sizing.observe(this.stage);
    this.repaint = () => this.paint();
    document.addEventListener("millwright:theme", this.repaint);
    dark.addEventListener("change", this.repaint);
    // A wheel that scrolls the page must not be caught by a picture it passes over.
    this.stage.addEventListener("focusin", () => { this.controls.enableZoom = true; });
    this.stage.addEventListener("focusout", () => { this.controls.enableZoom = false; });
    this.stage.addEventListener("pointerdown", () => this.stage.focus({ preventScroll: true }));
    this.stage.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.view) {
        this.lookFrom(SIDES[button.dataset.view]);
      } else if (button?.hasAttribute("data-sizes")) {
        this.#toggle(button, () => this.marks.toggleSizes());
      } else if (button?.hasAttribute("data-heat")) {
        this.#heat(button);
      } else if (button?.hasAttribute("data-shot")) {
        this.#shoot();
      }
    });
  }

  #toggle(button, act) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    act();
    this.draw();
  }

  #key(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (step && event.shiftKey) {
      this.#pan(...step);
    } else if (step) {
      this.#orbit(...step);
    } else if (event.key === "+" || event.key === "=") {
      this.#zoom(0.85);
    } else if (event.key === "-") {
      this.#zoom(1 / 0.85);
    } else if (KEYS[event.key]) {
      this.lookFrom(SIDES[KEYS[event.key]]);
    } else {
      return;
    }
    event.preventDefault();
  }

  #orbit(right, up) {
    const way = new THREE.Spherical().setFromVector3(this.#yUp(this.camera.position.clone().sub(this.controls.target)));
    way.theta += right * TURN;
    way.phi = Math.min(Math.PI - 0.01, Math.max(0.01, way.phi - up * TURN));
    const offset = new THREE.Vector3().setFromSpherical(way);
    this.camera.position.copy(this.controls.target).add(new THREE.Vector3(offset.x, -offset.z, offset.y));
    this.controls.update();
    this.draw();
  }

  #yUp(vector) {
    return new THREE.Vector3(vector.x, vector.z, -vector.y);
  }

  #pan(right, up) {
    const way = new THREE.Vector3(right, up, 0).applyQuaternion(this.camera.quaternion).multiplyScalar(this.reach * 0.1);
    this.camera.position.add(way);
    this.controls.target.add(way);
    this.controls.update();
    this.draw();
  }

  #zoom(factor) {
    this.camera.position.sub(this.controls.target).multiplyScalar(factor).add(this.controls.target);
    this.controls.update();
    this.draw();
  }

  #show(mesh) {
    const first = !this.mesh;
    this.mesh = mesh;
    this.thickness = undefined;
    const box = new THREE.Box3().setFromArray(mesh.positions);
    this.box = box;
    const middle = box.getCenter(new THREE.Vector3());
    this.size = box.getSize(new THREE.Vector3());
    this.reach = Math.max(1e-3, this.size.length() / 2);
    this.part.position.set(-middle.x, -middle.y, -box.min.z);
    this.#clear(this.part);
    const { xyz, normals, edges } = drawable(mesh, mesh.triangles <= EDGES_UP_TO);
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute("position", new THREE.BufferAttribute(xyz, 3));
    geometry.setAttribute("normal", new THREE.BufferAttribute(normals, 3));
    this.body = new THREE.Mesh(geometry, new THREE.MeshStandardMaterial({ roughness: 0.62, metalness: 0.02, side: THREE.DoubleSide }));
    this.body.castShadow = true;
    this.body.receiveShadow = mesh.triangles <= EDGES_UP_TO;
    this.part.add(this.body);
    if (edges?.length > 0) {
      const lines = new THREE.BufferGeometry();
      lines.setAttribute("position", new THREE.BufferAttribute(edges, 3));
      this.edges = new THREE.LineSegments(lines, new THREE.LineBasicMaterial({ transparent: true, opacity: 0.35 }));
      this.part.add(this.edges);
    } else {
      this.edges = undefined;
    }
    this.#plate();
    this.#aimSun();
    this.marks.measure();
    this.paint();
    if (first) {
      this.camera.near = this.reach / 50;
      this.camera.far = this.reach * 60 + 2000;
      this.lookFrom(HOME, true);
      this.element.classList.add("is-shown");
    }
    this.controls.minDistance = this.reach * 0.2;
    this.controls.maxDistance = this.reach * 30;
    const whole = mesh.wholeTriangles > mesh.triangles;
    this.say(whole ? this.element.dataset.saidSimplified
      .replace("{whole}", this.#count(mesh.wholeTriangles)).replace("{shown}", this.#count(mesh.triangles)) : "");
    if (this.isHot) {
      this.#measureThickness();
    }
  }

  #count(number) {
    return new Intl.NumberFormat(document.documentElement.lang).format(number);
  }

  #clear(group) {
    for (const child of [...group.children]) {
      child.geometry?.dispose();
      child.material?.dispose();
      group.remove(child);
    }
  }

  /** The plate of the machine with lines every 10 mm, stronger every 50 mm. */
  #plate() {
    if (this.plate) {
      this.#clear(this.plate);
      this.world.remove(this.plate);
    }
    const [width, depth] = (this.element.dataset.plate || "").split(" ").map(Number);
    const w = width || Math.ceil((this.size.x * 1.6) / 10) * 10;
    const d = depth || Math.ceil((this.size.y * 1.6) / 10) * 10;
    this.plate = new THREE.Group();
    const top = new THREE.Mesh(new THREE.PlaneGeometry(w, d), new THREE.MeshStandardMaterial({ roughness: 0.95, polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 1 }));
    top.receiveShadow = true;
    top.position.z = -0.01 * this.reach / 10;
    this.plate.add(top);
    for (const [step, opacity] of [[10, 0.55], [50, 1]]) {
      const points = [];
      for (let x = -Math.floor(w / 2 / step) * step; x <= w / 2; x += step) {
        points.push(x, -d / 2, 0, x, d / 2, 0);
      }
      for (let y = -Math.floor(d / 2 / step) * step; y <= d / 2; y += step) {
        points.push(-w / 2, y, 0, w / 2, y, 0);
      }
      if (step === 50) {
        points.push(-w / 2, -d / 2, 0, w / 2, -d / 2, 0, w / 2, -d / 2, 0, w / 2, d / 2, 0, w / 2, d / 2, 0, -w / 2, d / 2, 0, -w / 2, d / 2, 0, -w / 2, -d / 2, 0);
      }
      const lines = new THREE.BufferGeometry();
      lines.setAttribute("position", new THREE.BufferAttribute(new Float32Array(points), 3));
      const drawn = new THREE.LineSegments(lines, new THREE.LineBasicMaterial({ transparent: true, opacity }));
      drawn.position.z = top.position.z / 2;
      this.plate.add(drawn);
    }
    this.world.add(this.plate);
  }

  #aimSun() {
    const height = this.size.z / 2;
    this.sun.target.position.set(0, 0, height);
    this.sun.position.set(this.reach * 1.1, -this.reach * 1.7, height + this.reach * 3.2);
    const shadow = this.sun.shadow.camera;
    shadow.left = shadow.bottom = -this.reach * 2;
    shadow.right = shadow.top = this.reach * 2;
    shadow.near = this.reach * 0.2;
    shadow.far = this.reach * 9;
    shadow.updateProjectionMatrix();
    this.sun.shadow.bias = -0.0015;
    this.sun.shadow.normalBias = this.reach / 60;
  }

  /** Takes the colours of the theme. */
  paint() {
    const ink = new THREE.Color(token("--ink"));
    if (this.plate) {
      this.plate.children[0].material.color.set(token("--plate"));
      this.plate.children.slice(1).forEach((lines) => lines.material.color.set(token("--plate-line")));
    }
    if (this.body) {
      const hot = this.body.geometry.hasAttribute("color");
      this.body.material.vertexColors = hot;
      this.body.material.color.set(hot ? 0xffffff : this.element.dataset.colour || token("--part"));
      this.body.material.needsUpdate = true;
    }
    // Colours that mean something are lit evenly.
    this.sky.intensity = this.isHot ? 2.9 : 1.9;
    this.sun.intensity = this.isHot ? 0.7 : 2.1;
    if (this.edges) {
      this.edges.material.color = ink;
    }
    if (this.thickness && this.isHot) {
      this.#colourByThickness();
    }
    this.draw();
  }

  /** Puts the camera on one side of the part, far enough to see all of it. */
  lookFrom(direction, atOnce = false, target = undefined) {
    if (!this.mesh) {
      return;
    }
    const height = 2 * Math.tan(THREE.MathUtils.degToRad(this.camera.fov / 2));
    const distance = (this.reach * 2 * (target ? 1.05 : 1.3)) / (height * Math.min(1, this.camera.aspect));
    const aim = target ?? new THREE.Vector3(0, 0, this.size.z / 2);
    this.#glide(direction.clone().normalize().multiplyScalar(Math.max(distance, this.reach * 1.3)).add(aim), aim, atOnce);
  }

  /** Turns the camera to a place of the part, in the part's own coordinates. */
  lookAt(place) {
    const here = place.clone().add(this.part.position);
    const middle = new THREE.Vector3(0, 0, this.size.z / 2);
    const outward = this.#normalNear(place).add(here.clone().sub(middle).divideScalar(this.reach)).add(HOME.clone().multiplyScalar(0.9));
    if (outward.length() < 1e-3) {
      outward.copy(HOME);
    }
    // Looked at along the axis, the camera would not know what is up.
    outward.y -= 1e-3;
    this.lookFrom(outward, false, here.lerp(middle, 0.35));
  }

  #normalNear(place) {
    const { positions, corners, triangles } = this.mesh;
    let best = Infinity;
    let at = 0;
    for (let t = 0; t < triangles; t++) {
      let distance = 0;
      for (let axis = 0; axis < 3; axis++) {
        const middle = (positions[3 * corners[3 * t] + axis] + positions[3 * corners[3 * t + 1] + axis] + positions[3 * corners[3 * t + 2] + axis]) / 3;
        distance += (middle - place.getComponent(axis)) ** 2;
      }
      if (distance < best) {
        best = distance;
        at = t;
      }
    }
    const corner = (k) => new THREE.Vector3().fromArray(positions, 3 * corners[3 * at + k]);
    const a = corner(0);
    return corner(1).sub(a).cross(corner(2).sub(a)).normalize();
  }

  #glide(position, target, atOnce) {
    cancelAnimationFrame(this.gliding);
    if (atOnce || still.matches) {
      this.camera.position.copy(position);
      this.controls.target.copy(target);
      this.controls.update();
      this.draw();
      return;
    }
    const from = this.camera.position.clone().sub(this.controls.target);
    const to = position.clone().sub(target);
    const fromTarget = this.controls.target.clone();
    const begin = performance.now();
    const step = (now) => {
      const share = Math.min(1, (now - begin) / GLIDE_MS);
      const eased = share * share * (3 - 2 * share);
      const way = from.clone().normalize().lerp(to.clone().normalize(), eased).normalize();
      way.multiplyScalar(from.length() + (to.length() - from.length()) * eased);
      this.controls.target.lerpVectors(fromTarget, target, eased);
      this.camera.position.copy(this.controls.target).add(way);
      this.controls.update();
      this.draw();
      if (share < 1) {
        this.gliding = requestAnimationFrame(step);
      }
    };
    this.gliding = requestAnimationFrame(step);
  }

  #turnCube() {
    const faces = this.element.querySelector(".cube .faces");
    if (faces) {
      const e = new THREE.Matrix4().makeRotationFromQuaternion(this.camera.quaternion.clone().invert()).elements;
      // World z is up and y goes away from the reader; on the page y goes down and z comes towards them.
      faces.style.transform = `matrix3d(${e[0]},${-e[1]},${e[2]},0,${-e[8]},${e[9]},${-e[10]},0,${-e[4]},${e[5]},${-e[6]},0,0,0,0,1)`;
    }
  }

  async #heat(button) {
    if (this.abort) {
      this.abort.abort();
      return;
    }
    this.isHot = !this.isHot;
    button.setAttribute("aria-pressed", String(this.isHot));
    if (!this.isHot) {
      this.#cool();
    } else if (this.thickness) {
      this.#colourByThickness();
    } else {
      await this.#measureThickness();
    }
  }

  async #measureThickness() {
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    const mesh = this.mesh;
    const share = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
    try {
      const thickness = await fetchThickness(this.element.dataset.thickness, abort.signal,
        (done) => this.say(this.element.dataset.saidThickness.replace("{share}", share.format(done))));
      if (mesh === this.mesh) {
        this.thickness = thickness;
        this.say("");
        this.#colourByThickness();
      }
    } catch {
      this.isHot = false;
      this.element.querySelector("[data-heat]").setAttribute("aria-pressed", "false");
      this.say(abort.signal.aborted ? "" : this.element.dataset.saidThicknessFailed);
    } finally {
      this.abort = undefined;
    }
  }

  #bounds() {
    return (this.element.dataset.limit || "0.8 1.2 2 4").split(" ").map(Number);
  }

  #colourByThickness() {
    const bounds = this.#bounds();
    const colours = bounds.map((_, i) => new THREE.Color(token(`--heat-${i + 1}`)));
    colours.push(new THREE.Color(token(`--heat-${bounds.length + 1}`)));
    const { values } = this.thickness;
    const xyz = divided(this.mesh, this.thickness);
    const rgb = new Float32Array(xyz.length);
    for (let i = 0; i < values.length; i++) {
      const kind = bounds.findIndex((bound) => values[i] < bound);
      const colour = colours[kind < 0 ? bounds.length : kind];
      for (let corner = 0; corner < 3; corner++) {
        colour.toArray(rgb, 9 * i + 3 * corner);
      }
    }
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute("position", new THREE.BufferAttribute(xyz, 3));
    geometry.setAttribute("color", new THREE.BufferAttribute(rgb, 3));
    geometry.computeVertexNormals();
    this.cold ??= this.body.geometry;
    if (this.body.geometry !== this.cold) {
      this.body.geometry.dispose();
    }
    this.body.geometry = geometry;
    this.body.material.vertexColors = true;
    this.body.material.color.set(0xffffff);
    this.body.material.needsUpdate = true;
    this.sky.intensity = 2.9;
    this.sun.intensity = 0.7;
    this.#legend(bounds, colours);
    this.draw();
  }

  #legend(bounds, colours) {
    const legend = this.element.querySelector(".legend");
    const number = new Intl.NumberFormat(document.documentElement.lang);
    legend.hidden = false;
    legend.querySelector("ol").replaceChildren(...colours.map((colour, i) => {
      const entry = document.createElement("li");
      const swatch = document.createElement("i");
      swatch.style.background = `#${colour.getHexString()}`;
      entry.append(swatch, i === 0 ? `< ${number.format(bounds[0])} mm`
        : i === bounds.length ? `≥ ${number.format(bounds[i - 1])} mm`
          : `${number.format(bounds[i - 1])} – ${number.format(bounds[i])} mm`);
      return entry;
    }));
  }

  #cool() {
    this.element.querySelector(".legend").hidden = true;
    if (this.cold && this.body.geometry !== this.cold) {
      this.body.geometry.dispose();
      this.body.geometry = this.cold;
    }
    this.cold = undefined;
    this.paint();
  }

  #shoot() {
    this.renderer.render(this.world, this.camera);
    this.renderer.domElement.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${(this.element.dataset.name || "part").replace(/\.[a-z0-9]+$/i, "")}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  }

  #resize() {
    if (!this.element.isConnected) {
      this.dispose();
      return;
    }
    const { clientWidth, clientHeight } = this.stage;
    if (clientWidth > 0 && clientHeight > 0) {
      this.camera.aspect = clientWidth / clientHeight;
      this.camera.updateProjectionMatrix();
      this.renderer.setSize(clientWidth, clientHeight, false);
      this.draw();
    }
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");
