/**
 * Values as bytes, one after the other, each behind a byte that says what it is: little-endian
 * whatever the machine, every NaN alike, -0 kept. Equal values in equal order give equal bytes.
 */

/** What a byte before a value says. Append only: they are in files. */
export const mark = { section: 1, number: 2, integer: 3, boolean: 4, text: 5 } as const

/**
 * The typed arrays that a snapshot can hold.
 *
 * @category snapshots
 * @since 0.1.0
 */
export type Values = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array

/** The mark of an array; also apart from the other marks. */
export const markOf = (values: Values): number => {
  if (values instanceof Float64Array) return 16
  if (values instanceof Int32Array) return 17
  if (values instanceof Uint32Array) return 18
  return values instanceof Uint16Array ? 19 : 20
}

/** Bits of the one NaN, upper half. */
const NAN_HIGH = 0x7ff80000

/**
 * Takes the values of a snapshot, in the order in which a `Reader` gives them back.
 *
 * @category snapshots
 * @since 0.1.0
 */
export class Writer {
  private bytes = new Uint8Array(1024)
  private view = new DataView(this.bytes.buffer)
  private length = 0

  /** Opens a part with a name, which the reader must ask for by the same name. */
  section(name: string): void {
    this.mark(mark.section)
    this.units(name)
  }

  /** Any number; every NaN is the same, -0 stays -0. */
  number(value: number): void {
    this.mark(mark.number)
    this.double(value)
  }

  /** A whole number; throws a `RangeError` if it is no safe integer. */
  integer(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError(`A safe integer; got ${value}`)
    this.mark(mark.integer)
    this.double(value)
  }

  /** True or false. */
  boolean(value: boolean): void {
    this.mark(mark.boolean)
    this.room(1)
    this.bytes[this.length++] = value ? 1 : 0
  }

  /** A text, unit by unit of UTF-16. */
  text(value: string): void {
    this.mark(mark.text)
    this.units(value)
  }

  /** The numbers of a typed array, and how many; give the used part (`subarray`). */
  array(values: Values): void {
    this.mark(markOf(values))
    this.count(values.length)
    this.room(values.byteLength)
    if (values instanceof Float64Array) for (const value of values) this.double(value)
    else if (values instanceof Uint8Array) {
      this.bytes.set(values, this.length)
      this.length += values.length
    } else this.wholes(values)
  }

  /** A copy of the bytes so far. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length)
  }

  private wholes(values: Int32Array | Uint32Array | Uint16Array): void {
    const { view } = this
    const isShort = values instanceof Uint16Array
    for (const value of values) {
      if (isShort) view.setUint16(this.length, value, true)
      else view.setInt32(this.length, value, true)
      this.length += isShort ? 2 : 4
    }
  }

  private mark(code: number): void {
    this.room(1)
    this.bytes[this.length++] = code
  }

  private count(value: number): void {
    this.room(4)
    this.view.setUint32(this.length, value, true)
    this.length += 4
  }

  private units(text: string): void {
    this.count(text.length)
    this.room(text.length * 2)
    for (let index = 0; index < text.length; index++) {
      this.view.setUint16(this.length, text.charCodeAt(index), true)
      this.length += 2
    }
  }

  private double(value: number): void {
    this.room(8)
    if (Number.isNaN(value)) {
      this.view.setUint32(this.length, 0, true)
      this.view.setUint32(this.length + 4, NAN_HIGH, true)
    } else this.view.setFloat64(this.length, value, true)
    this.length += 8
  }

  private room(size: number): void {
    const needed = this.length + size
    if (needed <= this.bytes.length) return
    const longer = new Uint8Array(Math.max(needed, this.bytes.length * 2))
    longer.set(this.bytes)
    this.bytes = longer
    this.view = new DataView(longer.buffer)
  }
}
