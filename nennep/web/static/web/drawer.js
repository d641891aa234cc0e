// A figure in a report opens its rows in the drawer beside it. Without this script the link opens the same rows as a page.
document.addEventListener("click", (event) => {
  const figure = event.target.closest("a.fact, a.gap");
  const drawer = document.getElementById("so");
  if (!figure || !drawer || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  for (const open of document.querySelectorAll("a.fact[aria-current]")) open.removeAttribute("aria-current");
  figure.setAttribute("aria-current", "true");
  htmx.ajax("GET", figure.href, { target: "#so", swap: "outerHTML" }).then(() => {
    const opened = document.getElementById("so");
    opened.setAttribute("tabindex", "-1");
    opened.focus({ preventScroll: matchMedia("(min-width: 56rem)").matches });
  });
});
