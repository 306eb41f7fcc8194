/** Changes one value deep in a record, to make a scenario that is wrong in one place. */

/** The record with the value at a dotted path replaced (or put there). */
export const changed = (input: unknown, path: string, value: unknown): unknown =>
  rewritten(input, path.split("."), () => value)

/** The record without the field at a dotted path. */
export const removed = (input: unknown, path: string): unknown =>
  rewritten(input, path.split("."), () => undefined)

const rewritten = (input: unknown, path: ReadonlyArray<string>, change: () => unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return change()
  if (Array.isArray(input)) {
    return input.map((value, index) =>
      String(index) === key ? rewritten(value, rest, change) : value
    )
  }
  const record = new Map<string, unknown>(Object.entries(Object(input)))
  const value = rewritten(record.get(key), rest, change)
  if (value === undefined) record.delete(key)
  else record.set(key, value)
  return Object.fromEntries(record)
}
