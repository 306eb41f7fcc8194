/**
 * Reads back what a `Writer` wrote, in the same order. The first thing that is not as asked is kept
 * as the problem, and from then on every answer is empty, so that those who restore themselves need
 * no checks of their own.
 */
import * as SnapshotProblem from "../SnapshotProblem.ts"
import { mark, markOf, type Values } from "./snapshotWriter.ts"

/** What a mark stands for, in the words of a problem. */
const nameOf = (code: number | undefined): string => {
  const name = Object.entries(mark).find(([, known]) => known === code)?.[0]
  return name ?? (code === undefined ? "the end" : code >= 16 ? "array" : "nothing known")
}

/**
 * Gives back the values of a snapshot.
 *
 * What is restored while {@link problem} is not null is in no good state: throw it away.
 *
 * @category snapshots
 * @since 0.1.0
 */
export class Reader {
  /** What was not as asked; null so far. */
  problem: SnapshotProblem.SnapshotProblem | null = null

  declare private readonly bytes: Uint8Array
  declare private readonly view: DataView
  declare private place: number
  declare private readonly end: number
  private part = "start"

  /** Made by `Snapshot.read`; reads from `start` to before `end`. */
  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.place = start
    this.end = end
  }

  /** Bytes that are not read yet; 0 after a problem. */
  get leftCount(): number {
    return this.problem === null ? this.end - this.place : 0
  }

  /** Goes into the part of this name, which must come next. */
  section(name: string): void {
    this.part = name
    if (!this.take(mark.section)) return
    const found = this.units()
    if (found !== name && this.problem === null) {
      this.refuse(SnapshotProblem.make("DifferentModel", "section", found, name))
    }
  }

  /** A number; 0 after a problem. */
  number(): number {
    return this.take(mark.number) ? this.double() : 0
  }

  /** A whole number; 0 after a problem. */
  integer(): number {
    return this.take(mark.integer) ? this.double() : 0
  }

  /** True or false; false after a problem. */
  boolean(): boolean {
    return this.take(mark.boolean) && this.has(1) && this.bytes[this.place++] === 1
  }

  /** A text; empty after a problem. */
  text(): string {
    return this.take(mark.text) ? this.units() : ""
  }

  /** The numbers of a typed array of this type, as a new array; empty after a problem. */
  array<Kind extends Values>(Type: new (length: number) => Kind): Kind {
    const none = new Type(0)
    if (!this.take(markOf(none))) return none
    const count = this.count()
    if (!this.has(count * none.BYTES_PER_ELEMENT)) return none
    const values = new Type(count)
    for (let index = 0; index < count; index++) values[index] = this.element(values)
    return values
  }

  /**
   * Reads a text or whole number that must be the same in the model that is being restored (a count,
   * a name); false, and a problem that calls it `subject`, if it is not.
   */
  expect(subject: string, expected: string | number): boolean {
    const found = typeof expected === "string" ? this.text() : this.integer()
    if (this.problem !== null) return false
    if (found === expected) return true
    this.refuse(SnapshotProblem.make("DifferentModel", `${this.part}: ${subject}`, found, expected))
    return false
  }

  /** Keeps a problem, unless there is one already. */
  refuse(problem: SnapshotProblem.SnapshotProblem): void {
    this.problem ??= problem
  }

  private take(code: number): boolean {
    if (this.problem !== null) return false
    const found = this.place < this.end ? this.bytes[this.place] : undefined
    if (found === code) {
      this.place++
      return true
    }
    this.refuse(SnapshotProblem.make("Unexpected", this.part, nameOf(found), nameOf(code)))
    return false
  }

  private has(size: number): boolean {
    if (this.problem !== null) return false
    if (this.place + size <= this.end) return true
    this.refuse(SnapshotProblem.make("Unexpected", this.part, "the end", `${size} bytes more`))
    return false
  }

  private element(values: Values): number {
    if (values instanceof Float64Array) return this.double()
    const { place } = this
    this.place += values.BYTES_PER_ELEMENT
    if (values instanceof Int32Array) return this.view.getInt32(place, true)
    if (values instanceof Uint32Array) return this.view.getUint32(place, true)
    return values instanceof Uint16Array ? this.view.getUint16(place, true) : this.bytes[place]!
  }

  private double(): number {
    if (!this.has(8)) return 0
    this.place += 8
    return this.view.getFloat64(this.place - 8, true)
  }

  private count(): number {
    if (!this.has(4)) return 0
    this.place += 4
    return this.view.getUint32(this.place - 4, true)
  }

  private units(): string {
    const count = this.count()
    if (!this.has(count * 2)) return ""
    let text = ""
    for (let index = 0; index < count; index++) {
      text += String.fromCharCode(this.view.getUint16(this.place, true))
      this.place += 2
    }
    return text
  }
}
