/**
 * Digests of the audit: 32 bytes that stand for some bytes. The function that makes them, SHA-256, is
 * passed in by whoever calls, so that this package needs no library and no machine; everything
 * that is published or written into a journal shows a digest as hexadecimal text.
 */

/**
 * A hash function: SHA-256 wherever heads are to be compared with those of others. It must not keep
 * or change the bytes that it gets, and answers with 32 new bytes.
 *
 * @source FIPS 180-4 (2015): SHA-256
 * @category digests
 * @since 0.1.0
 */
export type Hash = (bytes: Uint8Array) => Uint8Array

/**
 * Bytes of a digest.
 *
 * @source FIPS 180-4 (2015): SHA-256
 * @category digests
 * @since 0.1.0
 */
export const byteCount = 32

/**
 * Bytes as hexadecimal text, two small letters or digits per byte.
 *
 * ```ts
 * import { Digest } from "@wangge/timebank"
 *
 * Digest.toHex(Uint8Array.of(0, 10, 255)) // => "000aff"
 * ```
 *
 * @category digests
 * @since 0.1.0
 */
export const toHex = (bytes: Uint8Array): string => {
  let text = ""
  for (let index = 0; index < bytes.length; index += 1) text += pairs[bytes[index]!]!
  return text
}

const pairs: ReadonlyArray<string> = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0")
)

/**
 * The bytes of a hexadecimal text, or undefined for any other text; capital letters are read too.
 *
 * ```ts
 * import { Digest } from "@wangge/timebank"
 *
 * Digest.parseHex("000AFF")?.length // => 3
 * Digest.parseHex("00 0a") // => undefined
 * ```
 *
 * @category digests
 * @since 0.1.0
 */
export const parseHex = (text: string): Uint8Array | undefined => {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return undefined
  const bytes = new Uint8Array(text.length / 2)
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16)
  }
  return bytes
}

/**
 * Whether two rows of bytes are equal.
 *
 * @category digests
 * @since 0.1.0
 */
export const areEqual = (left: Uint8Array, right: Uint8Array): boolean => {
  if (left.length !== right.length) return false
  for (let index = 0; index < left.length; index += 1) {
    if (left[index] !== right[index]) return false
  }
  return true
}
