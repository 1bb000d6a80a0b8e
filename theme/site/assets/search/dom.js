// @ts-check
// What scripts make pages of: elements, and messages in its language.

/**
 * An element. Texts become text nodes, never markup.
 * @param {string} name
 * @param {Record<string, string | null>} attributes null leaves one out
 * @param {...(Node | string)} children
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/**
 * A message of the page.
 * @param {string} name
 * @param {Record<string, string | number>} values
 */
export function say(name, values = {}) {
  const messages = /** @type {HTMLTemplateElement} */ (document.querySelector("template.messages")).content;
  const text = messages.querySelector(`[data-name="${CSS.escape(name)}"]`)?.textContent ?? "";
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}
