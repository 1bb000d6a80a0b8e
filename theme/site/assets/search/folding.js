// @ts-check
// Folding: what makes two spellings one. planpress/search/folding.py says the same; every character folds by itself.

const LONG = 0xffff; // no character: what it folds to is longer than one

export class Folding {
  #variants = /** @type {Map<string, string>} */ (new Map());
  #units = new Uint16Array(0x10000); // what each UTF-16 unit folds to; 0: not asked yet

  /**
   * Learn variants of characters.
   * @param {[string, string]} table characters, and in the same order what stands for each
   */
  learn([characters, others]) {
    const stand = [...others];
    [...characters].forEach((character, position) => this.#variants.set(character, stand[position]));
    this.#units.fill(0);
  }

  /** @param {string} character */
  character(character) {
    const plain = character.normalize("NFKC").toLowerCase();
    return Array.from(plain, (each) => this.#variants.get(each) ?? each).join("");
  }

  /** @param {string} text */
  fold(text) {
    const parts = [];
    const units = new Uint16Array(4096);
    let length = 0;
    const flush = () => {
      parts.push(String.fromCharCode(...units.subarray(0, length)));
      length = 0;
    };
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const folded = this.#units[unit] || this.#ask(unit);
      if (folded !== LONG) {
        units[length++] = folded;
        if (length === units.length) flush();
        continue;
      }
      const character = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
      flush();
      parts.push(this.character(character));
      at += character.length - 1;
    }
    flush();
    return parts.join("");
  }

  /** @param {number} unit */
  #ask(unit) {
    const folded = unit >= 0xd800 && unit < 0xe000 ? "" : this.character(String.fromCharCode(unit));
    return (this.#units[unit] = folded.length === 1 ? folded.charCodeAt(0) : LONG);
  }

  /**
   * The folded text, and for each of its units where in the text it comes from.
   * @param {string} text
   * @returns {[string, number[]]}
   */
  traced(text) {
    const offsets = [];
    let folded = "";
    let at = 0;
    for (const character of text) {
      const part = this.character(character);
      for (let unit = 0; unit < part.length; unit++) offsets.push(at);
      folded += part;
      at += character.length;
    }
    offsets.push(at);
    return [folded, offsets];
  }
}
