import { expect, test } from "vitest"
import * as Philox from "../src/Philox.ts"

const words = (text: string): Array<number> =>
  text.split(" ").map((word) => Number.parseInt(word, 16))

const block = (counter: string, key: string): string => {
  const output = new Int32Array(4)
  const [c0, c1, c2, c3] = words(counter)
  const [k0, k1] = words(key)
  Philox.block(output, k0!, k1!, c0!, c1!, c2!, c3!)
  return Array.from(output, (word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ")
}

// The three "philox4x32 10" lines of tests/kat_vectors in DEShawResearch/random123.
test.each([
  [
    "00000000 00000000 00000000 00000000",
    "00000000 00000000",
    "6627e8d5 e169c58d bc57ac4c 9b00dbd8"
  ],
  [
    "ffffffff ffffffff ffffffff ffffffff",
    "ffffffff ffffffff",
    "408f276d 41c83b0e a20bc7c6 6d5451fd"
  ],
  [
    "243f6a88 85a308d3 13198a2e 03707344",
    "a4093822 299f31d0",
    "d16cfe09 94fdcceb 5001e420 24126ea1"
  ]
])("counter %s under key %s gives the published answer", (counter, key, answer) => {
  expect(block(counter, key)).toBe(answer)
})

/** The same function by exact integers, straight from the definition. */
const slowBlock = (counter: ReadonlyArray<number>, key: ReadonlyArray<number>): Array<number> => {
  let [a, b, c, d] = counter.map(BigInt)
  let [k0, k1] = key.map(BigInt)
  const mask = 0xffffffffn
  for (let round = 0; round < 10; round++) {
    const left = 0xd2511f53n * a!
    const right = 0xcd9e8d57n * c!
    ;[a, b, c, d] = [(right >> 32n) ^ b! ^ k0!, right & mask, (left >> 32n) ^ d! ^ k1!, left & mask]
    k0 = (k0! + 0x9e3779b9n) & mask
    k1 = (k1! + 0xbb67ae85n) & mask
  }
  return [a, b, c, d].map(Number)
}

test("any counter and key give what exact integer arithmetic gives", () => {
  const output = new Int32Array(4)
  let state = 1
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return state >>> 0
  }
  for (let run = 0; run < 500; run++) {
    const counter = [next(), next(), next(), next()]
    const key = [next(), next()]
    Philox.block(output, key[0]!, key[1]!, counter[0]!, counter[1]!, counter[2]!, counter[3]!)
    expect(Array.from(output, (word) => word >>> 0)).toEqual(slowBlock(counter, key))
  }
})
