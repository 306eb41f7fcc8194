import { BrigadeScheme, ColourBrigades } from "@wangge/service"
import { describe, expect, it } from "vitest"
import { Xixian } from "../src/index.ts"

const { people, activities, outcomes, cautions } = Xixian.locality
const listed = [...activities, ...outcomes]

describe("the colour brigades and what Xixian counts of them", () => {
  it("single services come to 361, colour by colour, beside a total of 100 and more", () => {
    const rows = ColourBrigades.instancesOf(listed)
    expect(rows.map(({ brigadeId, instanceCount }) => [brigadeId, instanceCount])).toEqual([
      ["red", 160],
      ["orange", 39],
      ["gold", 7],
      ["green", 10],
      ["cyan", 90],
      ["blue", 15],
      ["purple", 40]
    ])
    const sum = rows.reduce((all, { instanceCount }) => all + instanceCount, 0)
    expect(sum).toBe(361)
    expect(cautions.some(({ en, zh }) => en.includes(`${sum}`) && zh.includes(`${sum}`))).toBe(true)
    const total = activities.find(({ id }) => id === "activities")
    expect([total?.number.value, total?.number.precision]).toEqual([100, "atLeast"])
  })

  it("each colour adds up from counts that the locality lists, with the least of them said", () => {
    const numberOf = new Map(listed.map(({ id, number }) => [id, number]))
    for (const row of ColourBrigades.instancesOf(listed)) {
      const numbers = ColourBrigades.counts
        .filter(({ brigadeId, counter }) => brigadeId === row.brigadeId && counter === "instances")
        .map(({ countId }) => numberOf.get(countId))
      expect(numbers).not.toContain(undefined)
      expect(row.countCount).toBe(numbers.length)
      expect(row.instanceCount).toBe(numbers.reduce((sum, one) => sum + (one?.value ?? 0), 0))
      expect(row.isAtLeast).toBe(numbers.some((one) => one?.precision === "atLeast"))
    }
  })

  it("every count of a brigade is listed once, and every listed one but totals is counted", () => {
    const ids = listed.map(({ id }) => id)
    const counted = ColourBrigades.counts.map(({ countId }) => countId)
    expect(ids.filter((id) => !counted.includes(id))).toEqual(["activities", "served"])
    expect(counted.filter((id) => ids.filter((one) => one === id).length !== 1)).toEqual([])
    expect(new Set(counted).size).toBe(counted.length)
  })

  it("the scheme has as many brigades and teams as the report registers", () => {
    const { scheme } = ColourBrigades
    const countOf = (id: string) => people.find((one) => one.id === id)?.number
    expect(scheme.brigades.length).toBe(countOf("brigades")?.value)
    expect(scheme.teams.length).toBe(countOf("teams")?.value)
    const { teamCount } = scheme
    if (teamCount === "notStated") throw new Error("the report states the teams")
    expect(teamCount).toEqual(countOf("teams"))
    expect(BrigadeScheme.problems(scheme)).toEqual([])
  })
})
