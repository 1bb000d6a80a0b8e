// @ts-check
// 進階檢索: what the form asks for, as an address of the search.

const TITLES = "kind:plan OR kind:office OR kind:heading OR kind:page";

/** The words of a field. @param {string} text */
const words = (text) => text.trim().split(/\s+/).filter(Boolean);

/**
 * @param {FormData} form
 * @returns {URLSearchParams}
 */
export function composed(form) {
  const get = /** @param {string} name */ (name) => String(form.get(name) ?? "").trim();
  const phrase = get("phrase").replace(/["“”「」]/g, "");
  const query = [
    get("all"),
    phrase && `"${phrase}"`,
    words(get("any")).join(" OR "),
    ...words(get("none")).map((word) => `-${word}`),
  ].filter(Boolean);
  if (get("where") && query.length) query.push(TITLES);
  const address = new URLSearchParams({ q: query.join(" ") });
  for (const [name, value] of form)
    if (value && !["all", "phrase", "any", "none", "where"].includes(name)) address.set(name, String(value));
  return address;
}
