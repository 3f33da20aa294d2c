// A form sent before the page's scripts listen waits for them: alone it would lead to a page of its own when refused.
{
  let listening = false;
  const whenListening = (act) => document.addEventListener("DOMContentLoaded", act, { once: true });
  whenListening(() => { listening = true; });
  document.addEventListener("submit", (event) => {
    if (!listening && event.target.method !== "dialog") {
      const { target, submitter } = event;
      event.preventDefault();
      event.stopImmediatePropagation();
      whenListening(() => target.requestSubmit(submitter));
    }
  }, { capture: true });
}
