/**
 * Whether two commands say the same: every field but the time of recording, where a field that is
 * left out says the same as its default.
 */
import type { LedgerCommand } from "../LedgerCommand.ts"

/** What a field says where it is left out. */
const defaults: Readonly<Record<string, unknown>> = {
  mode: "Exact",
  remainder: "Release",
  isCreditOpen: false,
  guardianId: ""
}

export const sameContent = (left: LedgerCommand, right: LedgerCommand): boolean =>
  isSame(left, right)

const isRecord = (value: unknown): value is object => typeof value === "object" && value !== null

const isSame = (left: unknown, right: unknown): boolean => {
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((each, place) => isSame(each, right[place]))
    )
  }
  if (!isRecord(left) || !isRecord(right)) return Object.is(left, right)
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  names.delete("atSec")
  for (const name of names) {
    if (!isSame(stated(left, name), stated(right, name))) return false
  }
  return true
}

const stated = (record: object, name: string): unknown => {
  const value: unknown = Reflect.get(record, name)
  return value === undefined ? defaults[name] : value
}
