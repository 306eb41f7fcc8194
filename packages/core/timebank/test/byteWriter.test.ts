import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as byteWriter from "../src/internal/byteWriter.ts"
import { canonicalJson } from "../src/internal/canonicalJson.ts"

const written = (write: (writer: byteWriter.ByteWriter) => void): Uint8Array => {
  const writer = byteWriter.make(1)
  write(writer)
  return Uint8Array.from(byteWriter.written(writer))
}

test("a text is the number of its bytes and its UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const bytes = written((writer) => byteWriter.text(writer, text))
      const utf8 = Buffer.from(text, "utf8")
      expect(new DataView(bytes.buffer).getUint32(0, true)).toBe(utf8.length)
      expect([...bytes.subarray(4)]).toEqual([...utf8])
    })
  )
})

test("different texts have different bytes once they are JSON, halves of pairs too", () => {
  const unit = fc.constantFrom("a", "\ud83d", "\ude00", "é", "网", "\u{1f600}")
  fc.assert(
    fc.property(fc.string({ unit }), fc.string({ unit }), (left, right) => {
      const [one, other] = [left, right].map((text) =>
        byteWriter.ofText(canonicalJson(text)).join()
      )
      expect(one === other).toBe(left === right)
    }),
    { numRuns: 500 }
  )
})

test("whole numbers take eight bytes, the lowest first", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      const bytes = written((writer) => byteWriter.whole(writer, value))
      expect(new DataView(bytes.buffer).getBigInt64(0, true)).toBe(BigInt(value))
    })
  )
})

test("bytes, words and raw bytes stand one after the other, however often the room grows", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 20 }), (pieces) => {
      const bytes = written((writer) => {
        for (const piece of pieces) {
          byteWriter.byte(writer, piece.length)
          byteWriter.word(writer, 0xff00ff00)
          byteWriter.raw(writer, piece)
        }
      })
      const expected = pieces.flatMap((piece) => [piece.length, 0, 255, 0, 255, ...piece])
      expect([...bytes]).toEqual(expected)
    })
  )
})

test("canonical text is what RFC 8785 says of its own example", () => {
  const given = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false]
  }
  expect(canonicalJson(given)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
  )
})

test("what is no plain data has no canonical text", () => {
  expect(() => canonicalJson(() => 1)).toThrow(RangeError)
  expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}')
})
