// Suggests the time zone of this computer, and the currency of the country chosen.
const zone = document.querySelector("[data-zone]");
if (zone && !zone.value) {
  zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const country = document.querySelector("[data-country]");
const currency = document.querySelector("[data-currency-of-country]");
const suggest = () => {
  currency.value = country.selectedOptions[0].dataset.currency || currency.value;
};
if (country && currency) {
  country.addEventListener("change", suggest);
  if (!currency.value) {
    suggest();
  }
}
