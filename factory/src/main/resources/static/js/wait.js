// Looks every second whether what is waited for is there.
setInterval(async () => {
  const response = await fetch(location.href, { redirect: "manual" });
  if (response.type === "opaqueredirect") {
    location.href = "/";
  }
}, 1000);
