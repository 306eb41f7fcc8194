/**
 * Ids whose hashes are equal: they must stay different commands, also when some of them were tried
 * in a group that failed and are new again.
 */
import { describe, expect, test } from "vitest"
import { Ledger, LedgerCheck } from "../../src/index.ts"
import * as idTable from "../../src/internal/idTable.ts"
import * as Laws from "../Ledger.properties.ts"
import { sortableId } from "../model/packing.ts"
import { aTown } from "./aTown.ts"

const table = idTable.make(0)

const hashOf = (id: string): number => {
  idTable.read(table, id)
  return table.hash
}

/** Ids that share their hash with another one of the list. */
const colliding = (ids: ReadonlyArray<string>): ReadonlyArray<string> => {
  const byHash = new Map<number, Array<string>>()
  for (const id of ids) {
    const hash = hashOf(id)
    byHash.set(hash, [...(byHash.get(hash) ?? []), id])
  }
  return [...byHash.values()].filter((alike) => alike.length > 1).flat()
}

const numbers = Array.from({ length: 250_000 }, (_, index) => index)
const kinds = {
  "ids of text": colliding(numbers.map((number) => `${sortableId(number)}-x`)),
  "sortable ids": colliding(numbers.map(sortableId))
}

describe("rule: ids are compared exactly, not by hash", () => {
  for (const [name, ids] of Object.entries(kinds)) {
    test(`${name} with equal hashes are different commands`, () => {
      expect(ids.length).toBeGreaterThan(3)
      const town = aTown()
      ids.forEach((id, index) => {
        expect(town.say(town.move("Grant", "issuer", "ann", index + 1, { id }))).toBe("ok")
      })
      ids.forEach((id, index) => {
        const answer = Ledger.answerOf(town.ledger, id)
        const event =
          answer?.ok === true && answer.event.kind === "Transferred" ? answer.event : undefined
        expect(event?.amount).toBe(index + 1)
      })
      expect(LedgerCheck.problems(town.ledger)).toEqual([])
      Laws.replays(town.ledger)
    })

    test(`${name} with equal hashes, tried in a group that failed, are new again`, () => {
      const town = aTown()
      const grant = (id: string) => town.move("Grant", "issuer", "ann", 1, { id })
      for (const [index, id] of ids.entries()) {
        const others = ids.slice(index + 1)
        const failing = town.move("Gift", "bo", "cai", 1)
        const word = town.say(town.group([...[id, ...others].map(grant), failing]))
        expect(word).toBe(`GroupRefused ${others.length + 1}: Insufficient`)
        expect(town.say(grant(id))).toBe("ok")
        expect(town.available("ann")).toBe(index + 1)
      }
      expect(LedgerCheck.problems(town.ledger)).toEqual([])
    })
  }

  test("a table that is full of ids of groups that failed finds nothing of them", () => {
    const town = aTown()
    for (let round = 0; round < 40; round++) {
      const grants = Array.from({ length: 50 }, (_, index) =>
        town.move("Grant", "issuer", "ann", 1, { id: `r-${round}-${index}` })
      )
      town.say(town.group([...grants, town.move("Gift", "bo", "cai", 1)]))
    }
    expect(Ledger.answerOf(town.ledger, "r-0-0")).toBe(undefined)
    expect(town.say(town.move("Grant", "issuer", "ann", 9, { id: "r-39-49" }))).toBe("ok")
    expect(town.available("ann")).toBe(9)
    expect(LedgerCheck.problems(town.ledger)).toEqual([])
  })
})
