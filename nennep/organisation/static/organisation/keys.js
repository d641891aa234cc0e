// Keys need a script: what uses them is shown once one runs, and says so when a key does not work.
document.addEventListener("DOMContentLoaded", () => {
  if (!window.PublicKeyCredential) return;
  document.querySelectorAll("[data-needs-script]").forEach((part) => { part.hidden = false; });
});
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.querySelectorAll("[data-key-error]").forEach((part) => { part.hidden = false; });
});
