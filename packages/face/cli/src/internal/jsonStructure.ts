/**
 * What JSON allows and no file here means: lists inside lists without end, on which every check that
 * goes into them would run out of stack, and a name that is given twice in one object, of which
 * `JSON.parse` silently keeps the last.
 */
import { type JsonMistake, mistake } from "./jsonSyntax.ts"

/** Lists and objects inside each other; no format here has more than twenty. */
export const depthMax = 100

/** Whether a value is nested deeper than {@link depthMax}; uses no stack of its own. */
export const isTooDeep = (value: unknown): boolean => {
  let level = holders([value])
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > depthMax) return true
    level = level.flatMap((one) => holders(Array.isArray(one) ? one : Object.values(one)))
  }
  return false
}

const holders = (values: ReadonlyArray<unknown>): ReadonlyArray<object> =>
  values.filter((value) => typeof value === "object" && value !== null)

const token = /"(?:[^"\\]+|\\.)*"|[{}[\],]/g

/** Where a text, which is JSON, is nested deeper than {@link depthMax}; null where it is not. */
export const tooDeepAt = (text: string): JsonMistake | null => {
  let depth = 0
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === "{" || found === "[") depth += 1
    else if (found === "}" || found === "]") depth -= 1
    if (depth > depthMax) {
      return mistake(text, index, `at most ${depthMax} lists and objects inside each other`)
    }
  }
  return null
}

/** The first name that an object of a text, which is JSON, gives a second time; null if none does. */
export const doubledName = (text: string): JsonMistake | null => {
  // The names of each open object so far; null for a list, whose texts are values.
  const open: Array<Set<string> | null> = []
  let isName = false
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === "{" || found === "[") open.push(found === "{" ? new Set() : null)
    else if (found === "}" || found === "]") open.pop()
    const names = open.at(-1) ?? null
    if (found === "{" || found === ",") {
      isName = names !== null
      continue
    }
    if (isName && names !== null && found.startsWith('"')) {
      // The same name may be written with other escapes.
      const name = String(JSON.parse(found))
      if (names.has(name)) {
        return { ...mistake(text, index, "each name once"), found: `${found} a second time` }
      }
      names.add(name)
    }
    isName = false
  }
  return null
}
