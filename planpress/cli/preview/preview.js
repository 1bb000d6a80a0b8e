// Of the preview alone: loads a page again when it is new, and shows what is wrong, at its place and in a bar.

const prefixes = ["en/", "zh-hans/"];
const here = location.pathname.slice(1);
const page = prefixes.reduce((path, prefix) => (path.startsWith(prefix) ? path.slice(prefix.length) : path), here);
const language = prefixes.find((prefix) => here.startsWith(prefix)) ?? "";

/** An element with a class and what is in it; texts are texts. */
const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

const link = (text, href) => {
  const made = element("a", "", text);
  made.href = href;
  return made;
};

/** A problem as a paragraph: what is wrong, how to mend it, and a link that opens the line in the editor. */
const paragraph = (problem, texts) => {
  const mark = problem.isNew ? texts.new : "";
  const made = element("p", `preview-${problem.severity}`, element("strong", "", `${mark}${problem.code} ${problem.what}`));
  if (problem.mend) made.append(" ", problem.mend);
  const editor = link(problem.place, problem.editor);
  editor.title = texts.open;
  made.append(" ", editor);
  return made;
};

/** Put the problems of this page where they belong; those that are nowhere on it stay in the bar alone. */
const annotate = (state) => {
  document.querySelectorAll(".preview-note").forEach((note) => note.remove());
  for (const problem of state.problems) {
    const target = problem.page === page && problem.id ? document.getElementById(problem.id) : null;
    if (target === null) continue;
    const note = paragraph(problem, state.texts);
    note.classList.add("preview-note");
    if (/^(LI|DIV|SECTION|ARTICLE)$/.test(target.tagName)) target.prepend(note);
    else target.after(note);
  }
};

const count = (state, severity) => state.problems.filter((problem) => problem.severity === severity).length;

const bar = element("details", "preview-bar");

/** The bar: how many errors, warnings and plans that are not public there are; unfolded, each with its links. */
const fill = (state) => {
  const { texts } = state;
  const facts = [
    [count(state, "error"), texts.errors],
    [count(state, "warning"), texts.warnings],
    [state.problems.filter((problem) => problem.isNew).length, texts.newer],
    [state.drafts.length, texts.drafts],
  ].flatMap(([number, text]) => (number ? [text.replace("#", String(number))] : []));
  const isNothing = document.body.matches(".preview-nothing");
  const says = state.built || isNothing ? "" : texts.kept;
  const nothing = state.built ? texts.clean : texts.failed;
  const summary = element("summary", "", `${texts.preview}${texts.colon}${facts.join(texts.comma) || nothing}${says}`);
  summary.setAttribute("role", "status");
  const list = element("ul", "");
  for (const problem of state.problems) {
    const entry = element("li", "", paragraph(problem, texts));
    if (problem.page && problem.id && !isNothing) entry.append(link(texts.show, `/${language}${problem.page}#${problem.id}`));
    list.append(entry);
  }
  for (const draft of state.drafts) {
    list.append(element("li", "", link(`${draft.says}${draft.title}`, `/${language}${draft.page}`)));
  }
  const message = state.text && !state.problems.length ? [element("pre", "", state.text)] : [];
  const wasOpen = bar.open;
  bar.replaceChildren(summary, ...message, list);
  bar.open = wasOpen || !state.built;
  bar.classList.toggle("preview-failed", !state.built);
  document.body.prepend(bar);
  annotate(state);
};

const bare = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** The page of the document on which a row stands: the first that has some twelve characters of it. */
const pageOf = (row, pages) => {
  const words = bare(row.textContent);
  for (let start = 0; start + 6 <= words.length && start < 120; start += 3) {
    const found = pages.findIndex((text) => text.includes(words.slice(start, start + 12)));
    if (found >= 0) return found;
  }
  return -1;
};

/** Show the document that a draft was imported from beside it; a row that is clicked or reached turns its pages. */
const showOriginal = async (state) => {
  const isDraft = state.drafts.some((draft) => draft.page === page);
  if (!isDraft || document.querySelector(".preview-original")) return;
  const aside = element("details", "preview-original");
  document.body.append(aside);
  const response = await fetch(`/__preview__/originals/${page}index.json`);
  if (!response.ok) {
    aside.remove();
    return;
  }
  const { texts } = state;
  const original = await response.json();
  const note = original.pages.length ? texts.turn : original.needsOffice ? texts.needsOffice : texts.noPages;
  const pictures = original.pages.map((_, index) => {
    const picture = element("img", "");
    picture.src = `/__preview__/originals/${page}${index + 1}.png`;
    picture.alt = texts.page.replace("#", String(index + 1));
    picture.loading = "lazy";
    return picture;
  });
  const sheets = element("div", "preview-pages", ...pictures);
  sheets.tabIndex = 0;
  aside.append(element("summary", "", `${texts.original}${original.name}`), element("p", "", note), sheets);
  aside.open = matchMedia("(min-width: 64rem)").matches;
  document.body.classList.add("preview-beside");
  const turn = (event) => {
    const row = event.target.closest("main [id]");
    const found = row ? pageOf(row, original.pages) : -1;
    if (found >= 0 && aside.open) sheets.scrollTop = pictures[found].offsetTop;
  };
  document.addEventListener("click", turn);
  document.addEventListener("focusin", turn);
};

const listen = async () => {
  let version = null;
  for (;;) {
    try {
      const response = await fetch(`/__preview__/state?version=${version ?? ""}`);
      const state = await response.json();
      const isNew = version !== null && state.version !== version;
      const isShown = state.version === version + 1 && state.fresh.includes(page);
      const isMeant = state.only === null ? !isShown : state.only.includes(page);
      if (isNew && state.built && isMeant) location.reload();
      version = state.version;
      fill(state);
      await showOriginal(state);
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
};

listen();
