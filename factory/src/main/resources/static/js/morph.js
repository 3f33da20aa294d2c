// Makes one piece of a page equal to another while keeping what the reader does: focus, typing, scrolling, open details.

const KEPT = new Set(["open", "data-kept"]);

function isBeingUsed(node) {
  return node.nodeType === Node.ELEMENT_NODE
    && (node.hasAttribute("data-keep")
      || node === document.activeElement && node.matches("input, select, textarea"));
}

function same(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || "") === (b.id || "");
}

function morphAttributes(from, to) {
  for (const { name, value } of [...to.attributes]) {
    if (from.getAttribute(name) !== value && !(KEPT.has(name) && from.localName === "details")) {
      from.setAttribute(name, value);
    }
  }
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !KEPT.has(name) && name !== "aria-busy") {
      from.removeAttribute(name);
    }
  }
}

/** Makes `from` equal to `to`; elements with an id keep their identity, elements with data-keep are left alone. */
export function morph(from, to) {
  if (from.isEqualNode(to)) {
    return;
  }
  if (isBeingUsed(from)) {
    return;
  }
  if (from.nodeType !== Node.ELEMENT_NODE) {
    from.nodeValue = to.nodeValue;
    return;
  }
  morphAttributes(from, to);
  if (from.localName === "input" || from.localName === "select" || from.localName === "textarea") {
    return;
  }
  morphChildren(from, to);
}

function morphChildren(from, to) {
  const byId = new Map([...from.children].filter((child) => child.id).map((child) => [child.id, child]));
  let place = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const known = wanted.id ? byId.get(wanted.id) : undefined;
    if (known && known.nodeName === wanted.nodeName) {
      if (known !== place) {
        from.insertBefore(known, place);
      } else {
        place = place.nextSibling;
      }
      morph(known, wanted);
    } else if (place && same(place, wanted)) {
      const here = place;
      place = place.nextSibling;
      morph(here, wanted);
    } else {
      from.insertBefore(document.importNode(wanted, true), place);
    }
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}
