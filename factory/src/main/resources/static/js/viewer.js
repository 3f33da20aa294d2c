// Shows parts in 3D: [data-model] names the mesh. Loads three.js only where WebGL is there; the picture stays otherwise.
const viewers = new WeakMap();

/** The viewer of an element with data-model, once it is there. */
export function viewerOf(element) {
  return viewers.get(element);
}

function hasWebGl() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2"));
}

/** Begins to show what data-model names. */
export async function mount(element) {
  if (viewers.has(element)) {
    return viewers.get(element);
  }
  if (!hasWebGl()) {
    element.classList.add("is-flat");
    return undefined;
  }
  const promise = import("./viewer/scene.js").then(({ Scene }) => new Scene(element));
  viewers.set(element, promise);
  const scene = await promise;
  await scene.load(element.dataset.model);
  element.dispatchEvent(new CustomEvent("millwright:shown", { bubbles: true }));
  return scene;
}

function mountAll() {
  document.querySelectorAll("[data-model]").forEach(mount);
}

document.addEventListener("millwright:updated", mountAll);
document.addEventListener("millwright:drawer", mountAll);
mountAll();
