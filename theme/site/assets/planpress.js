// @ts-check
// The filter of a plan's page: by department and by period. Without this script everything is there to read.

const form = document.querySelector("form.filter");
if (form instanceof HTMLFormElement) startFilter(form);

/** @param {HTMLFormElement} form */
function startFilter(form) {
  const measures = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".measures > li")]);
  const status = form.querySelector("[role=status]");
  const collective = (form.dataset.collective ?? "").split("|").filter(Boolean);
  const names = ["department", "period"];

  /** @param {HTMLElement} measure @param {string} department @param {string} period */
  const matches = (measure, department, period) => {
    const who = (measure.dataset.who ?? "").split("|");
    const when = (measure.dataset.when ?? "").split("|");
    const theirs = !department || who.includes(department) || collective.some((name) => who.includes(name));
    return theirs && (!period || when.includes(period));
  };

  /** @param {string} name */
  const message = (name) => form.querySelector(`template.${name}`)?.innerHTML.trim() ?? "";

  const apply = () => {
    const chosen = new FormData(form);
    const [department, period] = names.map((name) => String(chosen.get(name) ?? ""));
    let shown = 0;
    for (const measure of measures) {
      measure.hidden = !matches(measure, department, period);
      if (!measure.hidden) shown += 1;
    }
    const filtered = Boolean(department || period);
    document.querySelector(".sections")?.classList.toggle("filtered", filtered);
    if (status) {
      status.textContent = message(filtered ? "shown" : "all")
        .replace("{shown}", String(shown))
        .replace("{total}", String(measures.length));
    }
    return chosen;
  };

  const read = () => {
    const address = new URLSearchParams(location.search);
    for (const name of names) {
      const select = form.elements.namedItem(name);
      if (select instanceof HTMLSelectElement) {
        const wanted = address.get(name) ?? "";
        select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
      }
    }
    apply();
  };

  const write = () => {
    const address = new URLSearchParams();
    for (const [name, value] of apply()) if (value) address.set(name, String(value));
    const query = address.toString();
    history.pushState(null, "", location.pathname + (query ? `?${query}` : "") + "#filter");
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    write();
  });
  form.addEventListener("reset", () => setTimeout(write));
  addEventListener("popstate", read);
  addEventListener("hashchange", () => {
    // A link to a measure that the filter hides shows everything again.
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest("[hidden]") || target?.closest(".filtered")?.contains(target)) {
      if (!target.checkVisibility()) form.reset();
    }
  });
  read();
  form.hidden = false;
}
