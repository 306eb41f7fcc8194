/** Edge cases of logs: broken ones, parts of them, and what a caller may do to what he was given. */
import { describe, expect, test } from "vitest"
import { Ledger, LedgerCheck, type LedgerCommand, type LedgerEvent } from "../../src/index.ts"
import * as accountTable from "../../src/internal/accountTable.ts"
import * as holdTable from "../../src/internal/holdTable.ts"
import * as lotTable from "../../src/internal/lotTable.ts"
import * as Laws from "../Ledger.properties.ts"
import { aTown, type Town } from "./aTown.ts"

/** A town in which something of every kind has happened. */
const lively = (): Town => {
  const town = aTown()
  town.fund("ann", 50, { lapseSec: 3000 })
  const held = town.must(town.hold("ann", 20, { credit: "bo" }))
  town.say(town.move("Gift", "ann", "bo", 99))
  town.must(town.group([town.move("Grant", "issuer", "cai", 5), town.move("Gift", "cai", "bo", 2)]))
  town.say(town.group([town.move("Grant", "issuer", "cai", 5), town.move("Gift", "cai", "bo", 99)]))
  town.clock.atSec = 3500
  town.must(town.capture(held, { amount: 5 }))
  town.must(town.reverse(town.fund("bo", 7)))
  town.must(town.expire("ann", 3000))
  town.must(town.close("home"))
  return town
}

const replayed = (entries: ReadonlyArray<LedgerEvent.LogEntry>): Ledger.Ledger => {
  const ledger = Ledger.make()
  for (const entry of entries) Ledger.evolve(ledger, entry)
  return ledger
}

describe("rule: a log is read in its order, whole, or not at all", () => {
  test("every line read again gives the same books", () => {
    Laws.replays(lively().ledger)
  })
  test("a log with a line left out breaks at the next", () => {
    const entries = Ledger.entries(lively().ledger)
    for (let gap = 0; gap < entries.length - 1; gap++) {
      expect(() => replayed(entries.filter((_, place) => place !== gap))).toThrow()
    }
  })
  test("a log with a line doubled breaks at the double", () => {
    const entries = Ledger.entries(lively().ledger)
    for (const [place, entry] of entries.entries()) {
      expect(() => replayed([...entries.slice(0, place + 1), entry])).toThrow()
    }
  })
  test("a log with two lines changed over breaks", () => {
    const entries = Ledger.entries(lively().ledger)
    for (let place = 0; place + 1 < entries.length; place++) {
      const [left, right] = [entries[place], entries[place + 1]]
      if (left === undefined || right === undefined) continue
      expect(() =>
        replayed([...entries.slice(0, place), right, left, ...entries.slice(place + 2)])
      ).toThrow()
    }
  })
  test("a line whose id was there before breaks the log, also in a group", () => {
    const { ledger } = lively()
    const [first] = Ledger.entries(ledger)
    if (first === undefined) throw new Error("no entry")
    expect(() =>
      Ledger.evolve(ledger, { ...first, sequence: Ledger.sequenceNext(ledger) })
    ).toThrow()
  })
  test("a broken line leaves the ledger as it was", () => {
    const { ledger } = lively()
    const before = Ledger.copyOf(ledger)
    for (const entry of Ledger.entries(ledger)) expect(() => Ledger.evolve(ledger, entry)).toThrow()
    Laws.equal(before, ledger)
    expect(LedgerCheck.problems(ledger)).toEqual([])
  })
  test("what a ledger says of its lines can be cut anywhere between two of them", () => {
    const { ledger } = lively()
    const all = Ledger.entries(ledger)
    for (const [place, { sequence }] of all.entries()) {
      const parts = [...Ledger.entries(ledger, 0, sequence), ...Ledger.entries(ledger, sequence)]
      expect(parts).toEqual(all)
      expect(Ledger.entries(ledger, 0, sequence)).toHaveLength(place)
    }
  })
  test("the places of the lines rise, groups taking one more for each member", () => {
    const { ledger } = lively()
    let next = 0
    for (const entry of Ledger.entries(ledger)) {
      expect(entry.sequence).toBe(next)
      next += entry.kind === "GroupPosted" ? 1 + entry.events.length : 1
    }
    expect(next).toBe(Ledger.sequenceNext(ledger))
  })
})

describe("rule: what was answered cannot be changed by whoever holds it", () => {
  test("a caller who changes his command afterwards changes no log", () => {
    const town = aTown()
    const command = { ...town.move("Grant", "issuer", "ann", 10) }
    town.must(command)
    command.amount = 99
    expect(town.say(command)).toBe("IdReused")
    const [last] = Ledger.entries(town.ledger).slice(-1)
    expect(last?.command).toEqual({ ...command, amount: 10 })
  })
  test("nor does one who changes the list of a group, or of a mandate", () => {
    const town = aTown()
    const commands: Array<LedgerCommand.Single> = [town.move("Grant", "issuer", "ann", 10)]
    const group = town.group(commands)
    const transferKinds: Array<"Pay" | "Gift"> = ["Pay"]
    const mandate = town.mandate("ann", "may", { transferKinds })
    town.must(group)
    town.must(mandate)
    commands.push(town.open("new"))
    transferKinds.push("Gift")
    expect([town.say(group), town.say(mandate)]).toEqual(["IdReused", "IdReused"])
    expect(town.account("ann")?.mandates[0]?.transferKinds).toEqual(["Pay"])
  })
  test("lists that were handed out are copies", () => {
    const town = lively()
    const before = Ledger.copyOf(town.ledger)
    for (const list of [Ledger.accountIds(town.ledger), Ledger.entries(town.ledger)]) {
      if (!Object.isFrozen(list)) Reflect.set(list, "length", 0)
    }
    Laws.equal(before, town.ledger)
  })
})

describe("rule: the recount notices what does not fit", () => {
  const columns = {
    "what is free": ["accounts", accountTable.stride, accountTable.free],
    "what is held": ["accounts", accountTable.stride, accountTable.held],
    "a debt": ["accounts", accountTable.stride, accountTable.debt],
    "a lot": ["lots", lotTable.stride, lotTable.amount],
    "what is left of a hold": ["holds", holdTable.stride, holdTable.left]
  } as const
  for (const [name, [table, stride, column]] of Object.entries(columns)) {
    test(`${name}, changed by one`, () => {
      const town = aTown()
      town.fund("ann", 50, { lapseSec: 3000 })
      town.must(town.hold("ann", 20, { credit: "bo" }))
      const { rows } = town.ledger[table]
      const places = [...rows.keys()].filter(
        (place) => place % stride === column && (rows[place] ?? 0) > 0
      )
      expect(places.length).toBeGreaterThan(0)
      for (const place of places) {
        const copy = Ledger.copyOf(town.ledger)
        copy[table].rows[place] = (copy[table].rows[place] ?? 0) + 1
        expect(LedgerCheck.problems(copy)).not.toEqual([])
      }
    })
  }
})
