// @ts-check
// What pages do with a script: contents close, a plan is filtered, a measure is cited, letters name it, and another
// language keeps the place. Without it everything is there to read, and letters name the page.

const contents = document.querySelector(".contents-small");
contents?.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("a")) contents.removeAttribute("open");
});

const form = document.querySelector("form.filter");
if (form instanceof HTMLFormElement) startFilter(form);
for (const link of document.querySelectorAll('a[href^="mailto:"]')) {
  if (link instanceof HTMLAnchorElement) nameMeasure(link, link.href);
}

/**
 * Lets a letter about the page name the measure that the address of the page leads to.
 * @param {HTMLAnchorElement} link @param {string} written its address, which names the page
 */
function nameMeasure(link, written) {
  const page = document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "";
  link.addEventListener("click", () => {
    const id = location.hash.slice(1);
    const measure = id && document.getElementById(id)?.closest(".measures li");
    const words = measure && measure.querySelector(".text")?.textContent?.trim().replace(/\s+/g, " ").slice(0, 100);
    const named = words ? encodeURIComponent(`${page}#${id}\r\n${words}`) : encodeURIComponent(page);
    link.href = written.replace(encodeURIComponent(page), () => named);
  });
}

/** @param {HTMLFormElement} form */
function startFilter(form) {
  const sections = document.querySelector(".sections");
  const measures = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".measures > li")]);
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  const collective = (form.dataset.collective ?? "").split("\n").filter(Boolean);

  /** @param {HTMLElement} measure @param {string} department @param {string} period */
  const matches = (measure, department, period) => {
    const who = (measure.dataset.who ?? "").split("\n");
    const when = (measure.dataset.when ?? "").split("\n");
    const theirs = !department || who.includes(department) || collective.some((name) => who.includes(name));
    return theirs && (!period || when.includes(period));
  };

  /** @param {string} name @returns {string} */
  const message = (name) => {
    const template = form.querySelector(`template.${name}`);
    return template instanceof HTMLTemplateElement ? (template.content.textContent ?? "").trim() : "";
  };

  const apply = () => {
    const chosen = new FormData(form);
    const [department, period] = ["department", "period"].map((name) => String(chosen.get(name) ?? ""));
    const filtered = Boolean(department || period);
    for (const measure of measures) measure.hidden = !matches(measure, department, period);
    sections?.classList.toggle("filtered", filtered);
    const shown = measures.filter((measure) => !measure.hidden).length;
    // Before anybody has filtered there is nothing to tell.
    const text = (filtered || status?.textContent ? message(filtered ? "shown" : "all") : "")
      .replace("{shown}", String(shown))
      .replace("{total}", String(measures.length));
    if (status && status.textContent !== text) status.textContent = text;
  };

  /** @param {URLSearchParams} address */
  const choose = (address) => {
    for (const select of selects) {
      const wanted = address.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    }
    apply();
  };

  /** Brings what was found into sight. */
  const reveal = () => {
    form.scrollIntoView();
    measures.find((measure) => !measure.hidden)?.scrollIntoView({ block: "nearest" });
  };

  const write = () => {
    apply();
    const chosen = selects.filter((select) => select.value).map((select) => [select.name, select.value]);
    const query = new URLSearchParams(chosen).toString();
    history.pushState(null, "", `${location.pathname}${query && "?"}${query}#filter`);
    reveal();
  };

  const read = () => {
    choose(new URLSearchParams(location.search));
    // A link to something that the filter hides shows everything again.
    const target = document.getElementById(location.hash.slice(1));
    if (target && sections?.contains(target) && !target.getClientRects().length && target !== form) {
      choose(new URLSearchParams());
      history.replaceState(null, "", location.pathname + location.hash);
      target.scrollIntoView();
    } else if (target === form && location.search) reveal();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    write();
  });
  form.addEventListener("reset", () => setTimeout(write));
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
  form.hidden = false;
  // A narrow screen has room for either the choices or what is found.
  const narrow = matchMedia("(max-width: 61.99rem)").matches;
  if (narrow) form.querySelector("details")?.removeAttribute("open");
  read();
}

const languages = document.querySelector(".languages");
for (const event of ["pointerdown", "click"]) languages?.addEventListener(event, keepPlace);

/** The switch of languages leads to the same place of the page, and to the same search. */
function keepPlace() {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".languages a"))) {
    link.search = location.search;
    link.hash = location.hash;
  }
}

const citing = document.querySelector("template.citing");
if (citing instanceof HTMLTemplateElement) startCiting(citing.content);

/** The link to a measure becomes a control that copies who says what where. @param {DocumentFragment} words */
function startCiting(words) {
  /** @param {ParentNode | null} from @param {string} selector @returns {string} */
  const text = (from, selector) => (from?.querySelector(selector)?.textContent ?? "").trim();
  const [copy, copied, failed, colon] = ["copy", "copied", "failed", "colon"].map((name) => text(words, `.${name}`));
  const [before, after] = text(words, ".link").split("{name}");
  const said = /** @type {HTMLElement} */ (document.querySelector(".said"));
  const search = /** @type {HTMLFormElement | null} */ (document.querySelector("form[role=search]"));
  const share = document.createElement("button");
  share.type = "button";
  share.className = "share";
  share.textContent = text(words, ".share");
  share.addEventListener("click", () => navigator.share({ text: share.value }).catch(() => {}));

  /** @param {Element} row @returns {string[]} */
  const facts = (row) => [
    ...[...row.querySelectorAll(":scope > .who-when > div")].map((fact) => text(fact, "dt") + colon + text(fact, "dd")),
    ...[...row.querySelectorAll(":scope > .unsure > summary")].map((mark) => mark.textContent ?? ""),
  ];

  /** @param {Element} measure @param {string} name @returns {string} */
  const citation = (measure, name) => {
    const page = document.querySelector("link[rel=canonical]");
    const address = page instanceof HTMLLinkElement ? page.href : location.origin + location.pathname;
    return [
      `${text(words, ".source")} ${name}`,
      text(measure, ".text p"),
      ...[...measure.querySelectorAll(".items > li")].flatMap((item) => [
        text(item, ".text .number") + text(item, ".text p"),
        ...facts(item),
      ]),
      ...facts(measure),
      `${address}#${measure.id}`,
    ].join("\n");
  };

  /** The search for its sentence, or for the longest piece of it that no quotation mark parts. @param {Element} measure */
  const same = (measure) => {
    const pieces = text(measure, ".text p").split(/["“”„«»「」『』＂()]/);
    const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one)).trim();
    const piece = longest.length > 100 ? longest.slice(0, 100).replace(/\s\S*$/, "") : longest;
    return `${search?.action}?q=${encodeURIComponent(`"${piece}"`)}`;
  };

  for (const control of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.permalink"))) {
    const measure = /** @type {Element} */ (control.parentElement);
    const written = control.textContent ?? "";
    const name = written.slice(before.length, written.length - after.length);
    control.setAttribute("role", "button");
    control.setAttribute("aria-label", copy + colon + name);
    control.textContent = copy;
    control.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.replaceState(null, "", `#${measure.id}`);
      share.value = citation(measure, name);
      const done = await toClipboard(share.value);
      const message = (done ? copied : failed).replace("{name}", name);
      said.textContent = message;
      setTimeout(() => {
        if (said.textContent === message) said.textContent = "";
      }, 8000);
      if ("share" in navigator) control.after(share);
    });
    control.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      control.click();
    });
    if (!search) continue;
    const link = document.createElement("a");
    link.className = "same";
    link.href = same(measure);
    link.textContent = text(words, ".same");
    link.setAttribute("aria-label", link.textContent + colon + name);
    control.after(link);
  }
}

/** @param {string} text @returns {Promise<boolean>} */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // There is no clipboard without TLS; the old way asks nobody.
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return done;
  }
}
