import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Kernel from "../src/Kernel.ts"
import * as Snapshot from "../src/Snapshot.ts"
import * as SnapshotProblem from "../src/SnapshotProblem.ts"
import { aDesk } from "./aDesk.ts"

const anything = (body: (writer: Snapshot.Writer) => void): Uint8Array =>
  Snapshot.write({ kind: "thing", version: 3, body })

const codeOf = (outcome: Snapshot.Outcome<unknown>): string =>
  outcome.ok ? "ok" : outcome.problem.code

describe("Snapshot.read", () => {
  const skip = { kind: "thing", version: 3, body: () => null }

  test("gives back every kind of value, with NaN and -0", () => {
    const number = fc.double()
    fc.assert(
      fc.property(
        fc.tuple(number, fc.maxSafeInteger(), fc.boolean(), fc.string({ unit: "binary" })),
        fc.tuple(fc.float64Array(), fc.int32Array(), fc.uint32Array(), fc.uint16Array()),
        fc.uint8Array(),
        (one, arrays, octets) => {
          const bytes = anything((writer) => {
            writer.section("部")
            writer.number(one[0])
            writer.integer(one[1])
            writer.boolean(one[2])
            writer.text(one[3])
            for (const array of [...arrays, octets]) writer.array(array)
          })
          const moved = new Uint8Array(bytes.length + 3).subarray(3)
          moved.set(bytes)
          const outcome = Snapshot.read(moved, {
            ...skip,
            body: (reader) => {
              reader.section("部")
              return [
                [reader.number(), reader.integer(), reader.boolean(), reader.text()],
                [
                  reader.array(Float64Array),
                  reader.array(Int32Array),
                  reader.array(Uint32Array),
                  reader.array(Uint16Array)
                ],
                reader.array(Uint8Array)
              ]
            }
          })
          expect(outcome).toEqual({ ok: true, value: [one, arrays, octets] })
        }
      ),
      { numRuns: 100, seed: 3 }
    )
  })

  test("every NaN gives the same bytes", () => {
    const odd = new Float64Array(new BigUint64Array([0xfff8000000000001n]).buffer)
    const of = (values: Float64Array): Uint8Array =>
      anything((writer) => {
        writer.array(values)
        writer.number(values[0]!)
      })
    expect(of(odd)).toEqual(of(Float64Array.of(Number.NaN)))
  })

  test("the bytes of a small snapshot are what they were", () => {
    const bytes = anything((writer) => writer.number(1))
    expect(Buffer.from(bytes).toString("hex")).toMatchInlineSnapshot(
      `"77616e6767657389010000000000000000805e4005050000007400680069006e006700030000000000000840051c0000007000680069006c006f00780034007800330032002d00310030002f007a0069006700670075007200610074002d003200350036002f00310002000000000000f03f1ce00ad880e13f4b"`
    )
  })

  test("no byte can be changed and no part cut off unnoticed", () => {
    const bytes = anything((writer) => writer.array(Float64Array.of(1, 2, 3)))
    const whole = { ...skip, body: (reader: Snapshot.Reader) => reader.array(Float64Array) }
    expect(codeOf(Snapshot.read(bytes, whole))).toBe("ok")
    for (let place = 0; place < bytes.length; place++) {
      const changed = bytes.slice()
      changed[place]! ^= 1
      expect(codeOf(Snapshot.read(changed, whole))).toMatch(
        /^(NotASnapshot|WrongVersion|Truncated|LeftOver|Damaged)$/
      )
      expect(codeOf(Snapshot.read(bytes.subarray(0, place), whole))).toBe("Truncated")
    }
    expect(codeOf(Snapshot.read(Uint8Array.of(...bytes, 0), whole))).toBe("LeftOver")
    expect(codeOf(Snapshot.read(new TextEncoder().encode("hello there"), whole))).toBe(
      "NotASnapshot"
    )
  })

  test("refuses another kind, version, or a body of another shape", () => {
    const bytes = anything((writer) => {
      writer.section("a")
      writer.number(1)
      writer.integer(5)
    })
    const readAs = (options: Partial<Parameters<typeof Snapshot.read>[1]>) =>
      Snapshot.read(bytes, { ...skip, ...options })
    expect(readAs({ kind: "other" })).toEqual({
      ok: false,
      problem: SnapshotProblem.make("WrongKind", "snapshot", "thing", "other")
    })
    expect(readAs({ version: 4 })).toEqual({
      ok: false,
      problem: SnapshotProblem.make("WrongVersion", "thing", 3, 4)
    })
    expect(codeOf(readAs({ body: () => null }))).toBe("LeftOver")
    expect(codeOf(readAs({ body: (reader) => reader.section("b") }))).toBe("DifferentModel")
    expect(codeOf(readAs({ body: (reader) => reader.number() }))).toBe("Unexpected")
    const read = (reader: Snapshot.Reader): void => {
      reader.section("a")
      reader.number()
      reader.expect("count", 6)
      expect([reader.number(), reader.text(), reader.array(Uint8Array).length]).toEqual([0, "", 0])
    }
    expect(readAs({ body: read })).toEqual({
      ok: false,
      problem: SnapshotProblem.make("DifferentModel", "a: count", 5, 6)
    })
    expect(SnapshotProblem.describe(SnapshotProblem.make("Damaged", "s", "a", "b")).zh).toMatch("a")
  })

  test("a model with other events, columns, servers or hash is refused", () => {
    const options = { seed: 1, step: 1, serverCount: 2, arrivalCount: 10 }
    const bytes = aDesk(options).save()
    expect(codeOf(aDesk({ ...options, serverCount: 3 }).restore(bytes))).toBe("DifferentModel")
    const kernelOf = (names: ReadonlyArray<string>, hash: boolean): Kernel.Kernel => {
      const kernel = Kernel.make({ hash })
      for (const name of names) kernel.on(() => {}, name)
      return kernel
    }
    const saved = anything((writer) => kernelOf(["a", "b"], true).save(writer))
    const into = (kernel: Kernel.Kernel): string =>
      codeOf(Snapshot.read(saved, { ...skip, body: (reader) => kernel.restore(reader) }))
    expect(into(kernelOf(["a", "b"], true))).toBe("ok")
    expect(into(kernelOf(["a"], true))).toBe("DifferentModel")
    expect(into(kernelOf(["a", "c"], true))).toBe("DifferentModel")
    expect(into(kernelOf(["a", "b"], false))).toBe("DifferentModel")
  })
})
