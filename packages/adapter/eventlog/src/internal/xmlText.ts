/**
 * Text inside XML: what has to be escaped in an attribute value, and the way back. Characters that
 * XML 1.0 cannot hold at all become U+FFFD, the sign for a character that could not be shown.
 */

/** @source Extensible Markup Language (XML) 1.0, fifth edition, 2008, section 2.2: Char */
const unspeakable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Markup, and white space that a parser would turn into a plain space (section 3.3.3). */
const special = /[&<>"'\t\n\r\u007f-\u009f\u2028\u2029]/g

/** A text as the value of an attribute between double quotes. */
export const escapeXml = (text: string): string =>
  text
    .replace(unspeakable, "\ufffd")
    .replace(special, (found) => names.get(found) ?? `&#${found.charCodeAt(0)};`)

const names = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"]
])

const byName = new Map([...names].map(([character, reference]) => [reference, character]))

/** The value of an attribute as text; references to nothing known stay as they are. */
export const unescapeXml = (value: string): string =>
  value
    .replace(/\r\n|[\t\n\r]/g, " ")
    .replace(/&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w+);/g, (found) => {
      const known = byName.get(found)
      if (known !== undefined) return known
      if (!found.startsWith("&#")) return found
      const isHex = found.startsWith("&#x")
      const point = Number.parseInt(found.slice(isHex ? 3 : 2, -1), isHex ? 16 : 10)
      return point > 0x10ffff ? found : String.fromCodePoint(point)
    })
