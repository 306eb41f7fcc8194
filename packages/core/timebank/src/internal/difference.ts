/**
 * Where two records of plain data first differ, said shortly: the way to the field, and what each has
 * there.
 */
import { canonicalJson } from "./canonicalJson.ts"

export interface Difference {
  readonly left: string
  readonly right: string
}

/** The first difference, or undefined for equal data. */
export const difference = (left: unknown, right: unknown, path = ""): Difference | undefined => {
  if (isOne(left) || isOne(right)) {
    return Object.is(left, right)
      ? undefined
      : { left: shown(path, left), right: shown(path, right) }
  }
  const names = Object.keys(left)
  const others = Object.keys(right).filter((name) => !Object.hasOwn(left, name))
  for (const name of others.length === 0 ? names : [...names, ...others].sort()) {
    const found = difference(fieldOf(left, name), fieldOf(right, name), join(path, name))
    if (found !== undefined) return found
  }
  return Array.isArray(left) === Array.isArray(right)
    ? undefined
    : { left: shown(path, left), right: shown(path, right) }
}

/** Whether a value has no fields of its own. */
const isOne = (value: unknown): value is string | number | boolean | undefined | null =>
  typeof value !== "object" || value === null

const textOf = (value: unknown): string => (value === undefined ? "" : canonicalJson(value))

const fieldOf = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`)

/** A value as `path=value`, shortened; `path=` where there is none. */
const shown = (path: string, value: unknown): string => {
  const text = textOf(value)
  return `${path}=${text.length > 40 ? `${text.slice(0, 37)}...` : text}`
}
