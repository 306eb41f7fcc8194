/**
 * Where a text stops being JSON. `JSON.parse` says that it does but, depending on the engine and
 * the length of the text, not where; a person who edits a scenario by hand needs line and column.
 */

/** The place of a mistake: line and column count from 1, `expected` says what may stand there. */
export interface JsonMistake {
  readonly line: number
  readonly column: number
  readonly found: string
  readonly expected: string
}

type Place = "value" | "firstElement" | "firstKey" | "key" | "colon" | "next" | "end"

const space = /[ \t\n\r]*/y
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them raw in a string.
const stringStart = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y

/** The first mistake in `text`, or null when it is JSON. */
export const firstMistake = (text: string): JsonMistake | null => {
  const open: Array<"{" | "["> = []
  let place: Place = "value"
  let at = 0
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length ?? 0
    at += length
    return length > 0
  }
  for (;;) {
    skip(space)
    const char = text[at]
    if (place === "end") return char === undefined ? null : mistake(text, at, "the end of the file")
    if (isValuePlace(place) && (char === "{" || char === "[")) {
      open.push(char)
      place = char === "{" ? "firstKey" : "firstElement"
      at += 1
    } else if ((isValuePlace(place) || isKeyPlace(place)) && char === '"') {
      skip(stringStart)
      if (text[at] !== '"') return mistake(text, at, "the rest of a string and its closing quote")
      at += 1
      place = isKeyPlace(place) ? "colon" : after(open)
    } else if (isValuePlace(place) && skip(scalar)) {
      place = after(open)
    } else if (place === "colon" && char === ":") {
      place = "value"
      at += 1
    } else if (place === "next" && char === ",") {
      place = open.at(-1) === "{" ? "key" : "value"
      at += 1
    } else if (mayClose(place) && char === closing(open)) {
      open.pop()
      place = after(open)
      at += 1
    } else {
      return mistake(text, at, expectedAt(place, open))
    }
  }
}

const isValuePlace = (place: Place): boolean => place === "value" || place === "firstElement"
const isKeyPlace = (place: Place): boolean => place === "key" || place === "firstKey"
const mayClose = (place: Place): boolean =>
  place === "next" || place === "firstKey" || place === "firstElement"

const after = (open: ReadonlyArray<string>): Place => (open.length === 0 ? "end" : "next")

const closing = (open: ReadonlyArray<string>): string => (open.at(-1) === "{" ? "}" : "]")

const expectedAt = (place: Place, open: ReadonlyArray<string>): string => {
  switch (place) {
    case "value":
      return "a value"
    case "firstElement":
      return 'a value or "]"'
    case "key":
      return "a name in double quotes"
    case "firstKey":
      return 'a name in double quotes or "}"'
    case "colon":
      return '":"'
    default:
      return `"," or "${closing(open)}"`
  }
}

/** What is wrong at a character of a text. */
export const mistake = (text: string, at: number, expected: string): JsonMistake => {
  const before = text.slice(0, at)
  const char = text[at]
  return {
    line: before.split("\n").length,
    column: at - before.lastIndexOf("\n"),
    found: char === undefined ? "the end of the file" : JSON.stringify(char),
    expected
  }
}
