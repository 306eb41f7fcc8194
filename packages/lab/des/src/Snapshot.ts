/**
 * A run in bytes: what a model writes of itself between two events, so that it can go on later, on
 * another machine, or twice into two futures. The bytes say of what kind and version they are and
 * carry a checksum; what does not fit is refused with a typed problem. Who writes a file is a face.
 */
import * as EventHash from "./EventHash.ts"
import { Reader } from "./internal/snapshotReader.ts"
import { Writer } from "./internal/snapshotWriter.ts"
import * as RandomStreams from "./RandomStreams.ts"
import * as SnapshotProblem from "./SnapshotProblem.ts"

export type { Reader } from "./internal/snapshotReader.ts"
export type { Values, Writer } from "./internal/snapshotWriter.ts"

/**
 * Version of the arrangement of bytes, apart from the versions of what they hold.
 *
 * @source none: raised when the header or the marks of values change
 * @category snapshots
 * @since 0.1.0
 */
export const formatVersion = 1

/** The first eight bytes: "wangges" and a byte above 127, which text does not survive. */
const MAGIC = Uint8Array.of(0x77, 0x61, 0x6e, 0x67, 0x67, 0x65, 0x73, 0x89)
// Behind them the format version (4 bytes), the count of all bytes (8, a float), the body, and the
// checksum of everything before it (8 bytes).
const VERSION_AT = 8
const LENGTH_AT = 12
const BODY_AT = 20
const CHECKSUM_SIZE = 8

/**
 * An answer, or the reason why there is none.
 *
 * @category snapshots
 * @since 0.1.0
 */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: SnapshotProblem.SnapshotProblem }

/**
 * Bytes that hold what `body` writes, under a kind and a version of that kind.
 *
 * Equal states give equal bytes. About 20 bytes per pending event of a kernel, and those of the
 * used rows of columns.
 *
 * ```ts
 * import { Kernel, Snapshot } from "@wangge/des"
 *
 * const build = () => {
 *   const kernel = Kernel.make({ hash: true })
 *   const step = kernel.on((left) => { if (left > 0) kernel.in(5, step, left - 1) }, "step")
 *   return { kernel, step }
 * }
 * const whole = build()
 * whole.kernel.in(0, whole.step, 10)
 * whole.kernel.run(22)
 * const body = (writer: Snapshot.Writer) => whole.kernel.save(writer)
 * const bytes = Snapshot.write({ kind: "steps", version: 1, body })
 * whole.kernel.run()
 *
 * const resumed = build().kernel
 * const options = { kind: "steps", version: 1 }
 * Snapshot.read(bytes, { ...options, body: (reader) => resumed.restore(reader) }).ok // => true
 * resumed.run()
 * resumed.hash() === whole.kernel.hash() // => true
 * ```
 *
 * @category snapshots
 * @since 0.1.0
 */
export const write = (options: {
  readonly kind: string
  readonly version: number
  readonly body: (writer: Writer) => void
}): Uint8Array<ArrayBuffer> => {
  const writer = new Writer()
  writer.text(options.kind)
  writer.integer(options.version)
  writer.text(RandomStreams.streamVersion)
  options.body(writer)
  const body = writer.toBytes()
  const length = BODY_AT + body.length + CHECKSUM_SIZE
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  bytes.set(MAGIC)
  view.setUint32(VERSION_AT, formatVersion, true)
  view.setFloat64(LENGTH_AT, length, true)
  bytes.set(body, BODY_AT)
  const [first, second] = checksum(bytes, length - CHECKSUM_SIZE)
  view.setInt32(length - 8, first, true)
  view.setInt32(length - 4, second, true)
  return bytes
}

/**
 * What `body` makes of the bytes, or what is wrong with them.
 *
 * `body` runs only when the bytes are whole and of this kind, version and version of random
 * streams. It reads in the order of writing; what it restored is of no use if the answer is a
 * problem. Refused are, in this order: `NotASnapshot`, `WrongVersion` (of the format), `Truncated`,
 * `LeftOver`, `Damaged`, `WrongKind`, `WrongVersion` (of the kind, of the streams), and what the
 * body meets: `DifferentModel`, `Unexpected`, `LeftOver`.
 *
 * ```ts
 * import { Snapshot } from "@wangge/des"
 *
 * const bytes = Snapshot.write({ kind: "one", version: 2, body: (writer) => writer.number(7) })
 * const body = (reader: Snapshot.Reader) => reader.number()
 * Snapshot.read(bytes, { kind: "one", version: 2, body }) // => { ok: true, value: 7 }
 * Snapshot.read(bytes, { kind: "one", version: 3, body }).ok // => false
 * ```
 *
 * @category snapshots
 * @since 0.1.0
 */
export const read = <Value>(
  bytes: Uint8Array,
  options: {
    readonly kind: string
    readonly version: number
    readonly body: (reader: Reader) => Value
  }
): Outcome<Value> => {
  const broken = brokenness(bytes)
  if (broken !== null) return { ok: false, problem: broken }
  const reader = new Reader(bytes, BODY_AT, bytes.length - CHECKSUM_SIZE)
  const other = otherness(reader, options)
  if (other !== null) return { ok: false, problem: other }
  const value = options.body(reader)
  if (reader.leftCount > 0) {
    reader.refuse(SnapshotProblem.make("LeftOver", "body", reader.leftCount, 0))
  }
  return reader.problem === null ? { ok: true, value } : { ok: false, problem: reader.problem }
}

/** What is wrong with the bytes as such, whatever they hold. */
const brokenness = (bytes: Uint8Array): SnapshotProblem.SnapshotProblem | null => {
  const make = SnapshotProblem.make
  const subject = "snapshot"
  for (let index = 0; index < Math.min(MAGIC.length, bytes.length); index++) {
    if (bytes[index] !== MAGIC[index]) return make("NotASnapshot", subject, hex(bytes), hex(MAGIC))
  }
  if (bytes.length < BODY_AT + CHECKSUM_SIZE) {
    return make("Truncated", subject, bytes.length, `at least ${BODY_AT + CHECKSUM_SIZE}`)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint32(VERSION_AT, true)
  if (version !== formatVersion) return make("WrongVersion", "format", version, formatVersion)
  const length = view.getFloat64(LENGTH_AT, true)
  if (bytes.length < length) return make("Truncated", subject, bytes.length, length)
  if (bytes.length > length) return make("LeftOver", subject, bytes.length, length)
  const [first, second] = checksum(bytes, bytes.length - CHECKSUM_SIZE)
  const wantedFirst = view.getInt32(bytes.length - 8, true)
  const wantedSecond = view.getInt32(bytes.length - 4, true)
  return first === wantedFirst && second === wantedSecond
    ? null
    : make("Damaged", subject, hexOf(first, second), hexOf(wantedFirst, wantedSecond))
}

/** What is wrong with the kind and versions that the bytes say they have. */
const otherness = (
  reader: Reader,
  wanted: { readonly kind: string; readonly version: number }
): SnapshotProblem.SnapshotProblem | null => {
  const make = SnapshotProblem.make
  const kind = reader.text()
  const version = reader.integer()
  const streams = reader.text()
  if (reader.problem !== null) return reader.problem
  if (kind !== wanted.kind) return make("WrongKind", "snapshot", kind, wanted.kind)
  if (version !== wanted.version) return make("WrongVersion", kind, version, wanted.version)
  return streams === RandomStreams.streamVersion
    ? null
    : make("WrongVersion", "random streams", streams, RandomStreams.streamVersion)
}

/** Checksum of the first `end` bytes: their hash, four at a time, and the rest one at a time. */
const checksum = (bytes: Uint8Array, end: number): readonly [number, number] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hash = EventHash.make()
  let place = 0
  for (; place + 4 <= end; place += 4) hash.addWord(view.getInt32(place, true))
  for (; place < end; place++) hash.addWord(bytes[place]!)
  return hash.digestWords()
}

const hexOf = (first: number, second: number): string =>
  [first, second].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("")

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, MAGIC.length), (byte) => byte.toString(16).padStart(2, "0")).join("")
