/**
 * Bytes written one after the other into a buffer that grows. Numbers stand with the lowest byte
 * first, as typed arrays hold them on the machines of today; a text is its length and its UTF-8.
 * Every layout of the audit is written with these few functions, so that it is stated once.
 */

/** The bytes up to `length` count; the rest is room. Changed in place. */
export interface ByteWriter {
  bytes: Uint8Array
  length: number
}

/** An empty writer with room for so many bytes. */
export const make = (room = 256): ByteWriter => ({ bytes: new Uint8Array(room), length: 0 })

/** Begins anew; the room stays. */
export const clear = (writer: ByteWriter): void => {
  writer.length = 0
}

/** What has been written: a view, good until the next write. */
export const written = (writer: ByteWriter): Uint8Array => writer.bytes.subarray(0, writer.length)

const reserve = (writer: ByteWriter, count: number): void => {
  const needed = writer.length + count
  if (needed <= writer.bytes.length) return
  const grown = new Uint8Array(Math.max(needed, writer.bytes.length * 2))
  grown.set(writer.bytes.subarray(0, writer.length))
  writer.bytes = grown
}

/** One byte, 0 to 255. */
export const byte = (writer: ByteWriter, value: number): void => {
  reserve(writer, 1)
  writer.bytes[writer.length] = value
  writer.length += 1
}

/** Four bytes, 0 to 2^32 - 1. */
export const word = (writer: ByteWriter, value: number): void => {
  reserve(writer, 4)
  const { bytes, length } = writer
  bytes[length] = value & 0xff
  bytes[length + 1] = (value >>> 8) & 0xff
  bytes[length + 2] = (value >>> 16) & 0xff
  bytes[length + 3] = value >>> 24
  writer.length = length + 4
}

/** Eight bytes: a safe integer, negative ones as two's complement. */
export const whole = (writer: ByteWriter, value: number): void => {
  const high = Math.floor(value / 4_294_967_296)
  word(writer, value - high * 4_294_967_296)
  word(writer, high >>> 0)
}

/** Bytes as they are. */
export const raw = (writer: ByteWriter, bytes: Uint8Array): void => {
  reserve(writer, bytes.length)
  writer.bytes.set(bytes, writer.length)
  writer.length += bytes.length
}

/** A text: four bytes with the number of its bytes, then its UTF-8. */
export const text = (writer: ByteWriter, value: string): void => {
  const bytes = ofText(value)
  word(writer, bytes.length)
  raw(writer, bytes)
}

/**
 * The UTF-8 of a text by itself. Half a surrogate pair has none; the texts of the audit are JSON,
 * which writes it as an escape.
 */
export const ofText = (value: string): Uint8Array => encoder.encode(value)

const encoder = new TextEncoder()
