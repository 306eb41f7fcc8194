/**
 * A fingerprint of plain data: SHA-256 of its JSON with the keys of every record in order, so that the
 * same data give the same digest whoever wrote them down.
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/** The digest as 64 hexadecimal digits. */
export const digest = (data: unknown): string => bytesToHex(sha256(utf8ToBytes(ordered(data))))

const ordered = (data: unknown): string => {
  if (Array.isArray(data)) return `[${data.map(ordered).join(",")}]`
  if (typeof data !== "object" || data === null) return JSON.stringify(data)
  const entries = Object.entries(data).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${ordered(value)}`).join(",")}}`
}
