// @ts-check
// What the search page is made of: elements, messages in its language, addresses.

/**
 * An element. Texts become text nodes, never markup.
 * @param {string} name
 * @param {Record<string, string | boolean | null>} attributes null and false leave one out
 * @param {...(Node | string)} children
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== null && value !== false) made.setAttribute(attribute, value === true ? "" : value);
  made.append(...children);
  return made;
}

const messages = /** @type {HTMLTemplateElement} */ (document.querySelector("template.search-messages")).content;

/**
 * A message of the page.
 * @param {string} name
 * @param {Record<string, string | number>} values
 */
export function say(name, values = {}) {
  const text = messages.querySelector(`[data-name="${name}"]`)?.textContent ?? "";
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}

/** An address of this page: the present one with other values; an empty one goes. @param {Record<string, string>} values */
export function address(values) {
  const parameters = new URLSearchParams(location.search);
  parameters.delete("page");
  for (const [name, value] of Object.entries(values))
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  return `?${parameters}`;
}
