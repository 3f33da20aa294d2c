// Shows the fields that the chosen material needs.
const form = document.getElementById("receive");

function show() {
  const chosen = form.querySelector("input[name=material]:checked")?.dataset.form;
  for (const part of form.querySelectorAll("[data-if]")) {
    part.hidden = part.dataset.if !== chosen;
  }
}

form.addEventListener("change", show);
show();
