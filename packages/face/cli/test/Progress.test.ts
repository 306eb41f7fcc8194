import { Table } from "@wangge/report"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Progress from "../src/Progress.ts"

const aScreen = (options: { readonly isTerminal: boolean; readonly columns?: number }) => {
  const written: Array<string> = []
  const clock = { ms: 0 }
  return {
    written,
    clock,
    screen: {
      isTerminal: options.isTerminal,
      columns: () => options.columns ?? 80,
      write: (text: string) => {
        written.push(text)
      },
      nowMs: () => clock.ms
    }
  }
}

const look = { title: "Simulating", lang: "en" } as const

describe("without a terminal", () => {
  test("one plain line at each tenth", () => {
    const { screen, written } = aScreen({ isTerminal: false })
    const progress = Progress.make(screen, look)
    for (let done = 1; done <= 200; done += 1) progress.report(done, 200)
    progress.clear()
    expect(written).toHaveLength(10)
    expect(written[0]).toBe("Simulating: 20 / 200 (10 %)\n")
    expect(written[9]).toBe("Simulating: 200 / 200 (100 %)\n")
  })

  test("few steps skip tenths and the last line says 100 %", () => {
    const { screen, written } = aScreen({ isTerminal: false })
    const progress = Progress.make(screen, look)
    for (let done = 1; done <= 3; done += 1) progress.report(done, 3)
    expect(written.map((line) => line.trim())).toEqual([
      "Simulating: 1 / 3 (30 %)",
      "Simulating: 2 / 3 (60 %)",
      "Simulating: 3 / 3 (100 %)"
    ])
  })
})

describe("on a terminal", () => {
  test("one line is drawn over itself, not too often, and taken away at the end", () => {
    const { screen, written, clock } = aScreen({ isTerminal: true })
    const progress = Progress.make(screen, look)
    clock.ms = 1000
    progress.report(1, 10)
    clock.ms = 1050
    progress.report(2, 10)
    clock.ms = 1200
    progress.report(3, 10)
    progress.clear()
    expect(written).toEqual([
      "\r\u001b[2KSimulating [==>                 ] 1 / 10  0:09 left",
      "\r\u001b[2KSimulating [======>             ] 3 / 10  0:03 left",
      "\r\u001b[2K"
    ])
  })

  test("the time left is in the reader's language", () => {
    const state = { done: 1, total: 2, elapsedMs: 61_000 }
    const line = Progress.barLine(state, { title: "模拟中", lang: "zh", columns: 80 })
    expect(line).toContain("剩余 1:01")
  })

  test("the line is narrower than the terminal", () => {
    fc.assert(
      fc.property(
        fc.record({
          done: fc.nat(500),
          rest: fc.nat(500),
          columns: fc.integer({ min: 1, max: 200 })
        }),
        fc.nat(10_000_000),
        fc.constantFrom("Simulating", "模拟中"),
        ({ done, rest, columns }, elapsedMs, title) => {
          const state = { done, total: done + rest, elapsedMs }
          const line = Progress.barLine(state, { title, lang: "en", columns })
          expect(Table.widthOf(line)).toBeLessThan(columns)
        }
      ),
      { seed: 11, numRuns: 300 }
    )
  })
})
