import { readFileSync } from "node:fs"
import { Case } from "@wangge/cases"
import { describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import { at, commands, outputs, tell } from "./main.ts"

describe("a first case", () => {
  const { item, refusals, lines } = tell()

  it("is refused triage before it is verified, and write-off before it is followed up", () => {
    expect(refusals).toEqual(["MoveNotAllowed", "ItemMissing"])
    expect(item.version).toBe(commands.length - refusals.length)
  })

  it("is due after 15 office hours, the make-up Sunday before National Day counted", () => {
    expect(item.dueSec).toBe(at("2025-09-29 10:00"))
  })

  it("is late in the record though it was verified as resolved", () => {
    expect(item.status).toBe("WrittenOff")
    expect(item.wasOverdue).toBe(true)
    expect(Case.isVerifiedResolved(item)).toBe(true)
  })

  it("turns its light amber at three quarters of the limit, red a second after the due second", () => {
    expect(lines.filter((line) => line.includes("the light turns"))).toEqual([
      "2025-09-28 15:15  the light turns amber (黄灯)",
      "2025-09-29 10:00:01  the light turns red (红灯)"
    ])
  })

  it("prints what the README shows", () => {
    const page = readFileSync(new URL("README.md", import.meta.url), "utf8")
    expect(outputs.map((output) => output())).toEqual(blocksOf(page))
  })
})
