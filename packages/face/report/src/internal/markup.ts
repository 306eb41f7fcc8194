/**
 * Markup that cannot be written unescaped by accident: elements are built from names, attributes
 * and children, and every plain string among the children is text. The result is well formed as
 * XML too, so that a strict parser can check a whole page.
 */

/** A piece of finished markup; only this file makes one. */
export interface Markup {
  readonly source: string
}

/** What may stand inside an element: text, markup, or nothing. */
export type Child = string | Markup | null | ReadonlyArray<Child>

/** Attribute values; `null` leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | null>>

const voidNames = new Set(["meta", "input", "br", "link", "hr"])

/**
 * A text made safe inside elements and double-quoted attributes. Control characters and half
 * surrogate pairs, which no HTML or XML text may hold, become U+FFFD.
 */
export const escaped = (text: string): string =>
  text.replace(unsafe, (character) => entities[character] ?? "\ufffd")

/** What cannot stand as it is: five signs of markup, and everything that is not allowed at all. */
const unsafe = /[&<>"']|[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\x7f-\x9f]/gu

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** An element; attributes appear in the order given. */
export const el = (
  name: string,
  attributes: Attributes = {},
  ...children: ReadonlyArray<Child>
): Markup => {
  const opening = `<${name}${Object.entries(attributes).map(attributeText).join("")}`
  if (voidNames.has(name)) return { source: `${opening}/>` }
  return { source: `${opening}>${children.map(childText).join("")}</${name}>` }
}

/** Several pieces as one. */
export const join = (...children: ReadonlyArray<Child>): Markup => ({
  source: children.map(childText).join("")
})

/** Text of our own that is code, not data: the style sheet and the script. */
export const ownCode = (name: "style" | "script", code: string): Markup => ({
  source: `<${name}>${code}</${name}>`
})

const attributeText = ([name, value]: readonly [string, string | number | null]): string =>
  value === null ? "" : ` ${name}="${escaped(String(value))}"`

const childText = (child: Child): string => {
  if (child === null) return ""
  if (typeof child === "string") return escaped(child)
  if ("source" in child) return child.source
  return child.map(childText).join("")
}
