// The quote: printing, and a name of blanks is noticed before it is sent.
document.querySelector("[data-print]")?.addEventListener("click", () => print());

const form = document.querySelector("[data-order]");
form?.addEventListener("submit", (event) => {
  const name = form.elements.name;
  const empty = name.value.trim() === "";
  document.getElementById("name-wrong").hidden = !empty;
  name.setAttribute("aria-invalid", String(empty));
  if (empty) {
    event.preventDefault();
    event.stopPropagation();
    name.focus();
  }
}, { capture: true });

// The button names what is paid, delivery included; somebody may have chosen before this script was there.
function tellTotal() {
  const total = form.querySelector("[data-total]:checked")?.dataset.total;
  const button = form.querySelector("[data-priced]");
  if (total && button) {
    button.textContent = button.dataset.priced.replace("{price}", total);
  }
}

if (form) {
  form.addEventListener("change", tellTotal);
  tellTotal();
}
