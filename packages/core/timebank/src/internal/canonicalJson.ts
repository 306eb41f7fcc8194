/**
 * One text per value: JSON in the canonical form of RFC 8785 (keys sorted, no spaces), so that equal
 * entries give equal bytes wherever they are written. Four numbers that JSON cannot carry occur in
 * refused commands; they stand as `{"number":"NaN"}`, `"Infinity"`, `"-Infinity"` and `"-0"`.
 */
import { FileProblem } from "@wangge/facts"

/** The canonical text of plain data; fields that are undefined are left out. */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === "number") return numberText(value)
  if (typeof value === "string") return JSON.stringify(value)
  // As in JSON, what is missing in a list stands as null.
  if (value === undefined || value === null) return "null"
  if (typeof value === "boolean") return value ? "true" : "false"
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`
  if (FileProblem.isRecord(value)) return recordText(value)
  throw new RangeError(`Only plain data has a canonical text; got ${typeof value}`)
}

const recordText = (record: Readonly<Record<string, unknown>>): string => {
  let text = "{"
  // Sorting without a comparison sorts by UTF-16 units, which is what the standard asks for.
  for (const key of Object.keys(record).sort()) {
    const value = record[key]
    if (value === undefined) continue
    text += `${text.length === 1 ? "" : ","}${JSON.stringify(key)}:${canonicalJson(value)}`
  }
  return `${text}}`
}

const numberText = (value: number): string => {
  // The text of a number in ECMAScript is that of JSON, wherever JSON has one.
  if (Number.isFinite(value) && !Object.is(value, -0)) return String(value)
  return `{"number":"${Object.is(value, -0) ? "-0" : value}"}`
}

/** What {@link canonicalJson} wrote instead of numbers, as the numbers again; all else as it is. */
export const revived = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(revived)
  if (typeof value !== "object" || value === null) return value
  const fields = Object.entries(value)
  const [first] = fields
  if (fields.length === 1 && first?.[0] === "number" && typeof first[1] === "string") {
    return oddNumbers.get(first[1]) ?? value
  }
  return Object.fromEntries(fields.map(([key, field]) => [key, revived(field)]))
}

const oddNumbers: ReadonlyMap<string, number> = new Map(
  [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0].map((value) => [
    Object.is(value, -0) ? "-0" : String(value),
    value
  ])
)
