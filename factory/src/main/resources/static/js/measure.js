// Measuring: the needle moves as one types, the verdict follows, and a lost connection loses nothing.
const form = document.getElementById("measure");
const key = `measure:${form.dataset.draft}`;
const number = (text) => Number.parseFloat(text.replace(",", "."));

function judge(row) {
  const input = row.querySelector("input[inputmode=decimal]");
  const needle = row.querySelector(".needle");
  const verdict = row.querySelector(".verdict");
  if (!input || !needle || input.disabled) {
    return;
  }
  const value = number(input.value);
  const lower = Number(row.dataset.lower);
  const upper = Number(row.dataset.upper);
  if (Number.isNaN(value)) {
    verdict.textContent = "";
    verdict.className = "verdict";
    needle.setAttribute("x1", -1);
    needle.setAttribute("x2", -1);
    return;
  }
  const at = Math.min(99, Math.max(1, 20 + 60 * (value - lower) / Math.max(1e-9, upper - lower)));
  needle.setAttribute("x1", at);
  needle.setAttribute("x2", at);
  const good = value >= lower && value <= upper;
  verdict.textContent = good ? verdict.dataset.good : verdict.dataset.bad;
  verdict.className = `verdict ${good ? "good" : "bad"}`;
}

const judgeAll = () => form.querySelectorAll(".characteristic").forEach(judge);

function keep() {
  const draft = {};
  for (const field of form.elements) {
    if (/^(value|look)\./.test(field.name) && (field.type !== "radio" || field.checked) && field.value) {
      draft[field.name] = field.value;
    }
  }
  localStorage.setItem(key, JSON.stringify(draft));
}

function restore() {
  const draft = JSON.parse(localStorage.getItem(key) ?? "{}");
  for (const field of form.elements) {
    if (!(field.name in draft) || field.disabled) {
      continue;
    }
    if (field.type === "radio") {
      field.checked = field.value === draft[field.name];
    } else if (!field.value) {
      field.value = draft[field.name];
    }
  }
}

form.addEventListener("input", () => { judgeAll(); keep(); });
form.addEventListener("change", keep);
form.addEventListener("submit", keep);
form.addEventListener("millwright:taken", () => localStorage.removeItem(key));
restore();
judgeAll();
form.querySelector("input[inputmode=decimal]:not([disabled])")?.focus();
