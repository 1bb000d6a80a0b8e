// @ts-check
// Folding: what makes two spellings one. planpress/editions/folding.py says the same: every character folds by itself;
// then blanks beside Han characters go.

const LONG = 0xffff; // no character: what it folds to is not one unit
const HAN = "[\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]";
const BLANKS = new RegExp(` +(?:(?=${HAN})|(?<=${HAN} +))`, "gu");
const UTF16 = new TextDecoder("utf-16le", { ignoreBOM: true });

export class Folding {
  #variants = /** @type {Map<string, string>} */ (new Map());
  #units = new Uint16Array(0x10000); // what each UTF-16 unit folds to; 0: not asked yet

  /**
   * Learn variants of characters.
   * @param {[string, string]} table characters, and in the same order what stands for each; nothing for the last ones
   */
  learn([characters, others]) {
    const stand = [...others];
    [...characters].forEach((character, position) => this.#variants.set(character, stand[position] ?? ""));
    this.#units.fill(0);
  }

  /** @param {string} character */
  character(character) {
    const plain = character.normalize("NFKC").toLowerCase();
    return Array.from(plain, (each) => this.#variants.get(each) ?? each).join("");
  }

  /**
   * @param {string} text
   * @param {number[]} [offsets] is told for each unit of the folded text where in the text it comes from
   */
  fold(text, offsets) {
    const units = /** @type {number[]} */ ([]);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const folded = (this.#units[unit] ||= this.#ask(unit));
      if (folded !== LONG) {
        units.push(folded);
        offsets?.push(at);
        continue;
      }
      const character = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
      for (const each of this.character(character).split("")) {
        units.push(each.charCodeAt(0));
        offsets?.push(at);
      }
      at += character.length - 1;
    }
    const folded = UTF16.decode(new Uint16Array(units)).replace(BLANKS, (blank, /** @type {number} */ at) => {
      offsets?.fill(-1, at, at + blank.length);
      return "";
    });
    if (offsets && offsets.length > folded.length) offsets.splice(0, Infinity, ...offsets.filter((at) => at >= 0));
    return folded;
  }

  /** @param {number} unit */
  #ask(unit) {
    const folded = this.character(String.fromCharCode(unit));
    return folded.length !== 1 || (unit & 0xf800) === 0xd800 ? LONG : folded.charCodeAt(0);
  }
}
