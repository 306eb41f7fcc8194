/**
 * Copies of columns with a new length, one function per type so that no cast is needed.
 */

export const f64 = (old: Float64Array, length: number): Float64Array => {
  const grown = new Float64Array(length)
  grown.set(old)
  return grown
}
export const u32 = (old: Uint32Array, length: number): Uint32Array => {
  const grown = new Uint32Array(length)
  grown.set(old)
  return grown
}
export const u8 = (old: Uint8Array, length: number): Uint8Array => {
  const grown = new Uint8Array(length)
  grown.set(old)
  return grown
}
export const i8 = (old: Int8Array, length: number): Int8Array => {
  const grown = new Int8Array(length)
  grown.set(old)
  return grown
}
export const i32 = (old: Int32Array, length: number): Int32Array => {
  const grown = new Int32Array(length)
  grown.set(old)
  return grown
}
export const u16 = (old: Uint16Array, length: number): Uint16Array => {
  const grown = new Uint16Array(length)
  grown.set(old)
  return grown
}
