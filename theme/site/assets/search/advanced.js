// @ts-check
// 進階檢索: what the form asks for, as an address of the search.

/** The words and "phrases" of a field, whatever people put between them. @param {string} text */
const words = (text) =>
  (text.replace(/[“”„«»「」『』＂]/g, '"').match(/"[^"]+"|[^\s"、，,；;]+/g) ?? [])
    .map((word) => word.replace(/^-+/, ""))
    .filter((word) => word && !["OR", "AND", "NOT"].includes(word.normalize("NFKC")));

/** A field whose quotation marks all end. @param {string} text */
const closed = (text) => (text.match(/["“”„«»「」『』＂]/g) ?? []).length % 2 ? `${text}"` : text; // prettier-ignore

/**
 * @param {FormData} form
 * @returns {URLSearchParams}
 */
export function composed(form) {
  const get = /** @param {string} name */ (name) => String(form.get(name) ?? "").trim();
  const phrase = get("phrase").replace(/["“”„«»「」『』＂]/g, "");
  const query = [
    closed(get("all")),
    phrase && `"${phrase}"`,
    words(get("any")).join(" OR "),
    ...words(get("none")).map((word) => `-${word}`),
  ].filter(Boolean);
  const address = new URLSearchParams({ q: query.join(" ") });
  for (const [name, value] of form) if (value && !["all", "phrase", "any", "none"].includes(name)) address.set(name, String(value));
  return address;
}
