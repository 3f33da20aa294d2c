// Suggests the time zone of this computer.
const zone = document.querySelector("[data-zone]");
if (zone && !zone.value) {
  zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
