// Uploads with real progress that can be cancelled; what is wrong is said beside the field and the file stays chosen.
const form = document.querySelector("[data-upload]");
const input = form?.querySelector("input[type=file]");
const wrong = form?.querySelector(".wrong");
let sending;

function refuse(words, name) {
  wrong.textContent = words.replace("{file}", name);
  input.setAttribute("aria-invalid", "true");
}

function check(file) {
  const ending = file.name.split(".").pop().toLowerCase();
  if (!form.dataset.kinds.split(" ").includes(ending)) {
    refuse(wrong.dataset.kind, file.name);
  } else if (file.size > Number(form.dataset.most)) {
    refuse(wrong.dataset.large, file.name);
  } else if (file.size === 0) {
    refuse(wrong.dataset.empty, file.name);
  } else {
    return true;
  }
  return false;
}

function show(isSending) {
  form.querySelector(".fields").hidden = isSending;
  form.querySelector(".uploading").hidden = !isSending;
}

function send(file) {
  const doing = form.querySelector("[data-doing]");
  const bar = form.querySelector("progress");
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
  const say = (words, share) => { doing.textContent = words.replace("{file}", file.name).replace("{share}", percent.format(share)); };
  const data = new FormData(form);
  data.set("file", file);
  sending = new XMLHttpRequest();
  sending.open("POST", form.action);
  sending.setRequestHeader("Accept", "application/json");
  sending.setRequestHeader("Millwright-Part", "upload");
  sending.setRequestHeader("Form-Token", document.querySelector("meta[name=form-token]")?.content ?? "");
  sending.upload.addEventListener("progress", (event) => {
    bar.value = event.loaded / event.total;
    say(doing.dataset.sending, event.loaded / event.total);
  });
  sending.upload.addEventListener("load", () => {
    bar.removeAttribute("value");
    say(doing.dataset.reading, 1);
  });
  sending.addEventListener("load", () => {
    if (sending.status === 201) {
      location.assign(sending.getResponseHeader("Location"));
      return;
    }
    show(false);
    let problem;
    try {
      problem = JSON.parse(sending.responseText);
    } catch {
      problem = undefined;
    }
    refuse(problem?.detail ? `${problem.detail} ${problem.hint ?? ""}` : wrong.dataset.lost, file.name);
  });
  sending.addEventListener("error", () => { show(false); refuse(wrong.dataset.lost, file.name); });
  sending.addEventListener("abort", () => show(false));
  bar.value = 0;
  say(doing.dataset.sending, 0);
  show(true);
  sending.send(data);
}

function take(file) {
  wrong.textContent = "";
  input.removeAttribute("aria-invalid");
  if (file && check(file)) {
    send(file);
  }
}

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(input.files[0]);
  });
  input.addEventListener("change", () => take(input.files[0]));
  form.querySelector("[data-cancel]").addEventListener("click", () => sending?.abort());
  // The whole page takes a dropped file: nobody should have to aim.
  document.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) { form.classList.remove("over"); } });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      take(event.dataTransfer.files[0]);
    }
  });
  addEventListener("pageshow", () => show(false));
}
