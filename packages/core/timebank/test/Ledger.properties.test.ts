/** The laws of the ledger on random runs: what must hold after every command, and of whole logs. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Account,
  Balance,
  Expiry,
  Ledger,
  type LedgerCommand,
  LedgerDecider,
  LedgerRules,
  Totals,
  Unit
} from "../src/index.ts"
import * as Laws from "./Ledger.properties.ts"
import * as Dice from "./model/dice.ts"
import { type Driven, driven, driver } from "./model/drivenRun.ts"
import { independent } from "./model/independent.ts"

const runs = {
  numRuns: Math.max(100, Number(process.env["WANGGE_RUNS"] ?? 100)),
  seed: Number(process.env["WANGGE_SEED"] ?? 20_251_122)
}

const someRun = fc.record({
  shortfall: fc.constantFrom(...LedgerRules.shortfallPolicies),
  steps: fc.array(fc.noShrink(fc.noBias(fc.nat(2 ** 31 - 1))), { maxLength: 80, size: "max" })
})
const someSeed = fc.noShrink(fc.nat(2 ** 31 - 1))

const always = (law: (run: Driven, dice: Dice.Dice) => void): void => {
  fc.assert(
    fc.property(someRun, someSeed, (run, seed) => law(driven(run), Dice.make(seed))),
    runs
  )
}

/** The same commands posted to a new ledger. */
const posted = (
  rules: LedgerRules.LedgerRules,
  commands: ReadonlyArray<LedgerCommand.LedgerCommand>
): Ledger.Ledger => {
  const ledger = Ledger.make()
  for (const command of commands) Ledger.post(rules, ledger, command)
  return ledger
}

describe("after every command", () => {
  test("row 39: debits equal credits, parts add up, nobody goes below the floor, all is recounted", () => {
    fc.assert(
      fc.property(someRun, (run) => {
        const { ledger, step } = driver(run.shortfall)
        let debts: ReadonlyMap<string, number> = new Map()
        for (const seed of run.steps) {
          const answer = step(seed)
          const now = Ledger.lastSec(ledger)
          Laws.conserves(ledger, now)
          Laws.addsUp(ledger, now)
          const isOverdrawn = JSON.stringify(answer).includes('"overdrawn":')
          if (!isOverdrawn) Laws.keepsFloors(ledger, now, debts)
          debts = Laws.debtsOf(ledger, now)
        }
        Laws.isSound(ledger)
        Laws.tellsHistory(ledger)
      }),
      runs
    )
  })

  test("what a decision says is what posting does, and deciding changes nothing", () => {
    fc.assert(
      fc.property(someRun, (run) => {
        const { ledger, next, rules } = driver(run.shortfall)
        for (const [place, seed] of run.steps.entries()) {
          const command = next(seed)
          const untouched = Ledger.copyOf(ledger)
          const decided = LedgerDecider.decide(rules, ledger, command)
          if (place % 6 === 0) Laws.equal(untouched, ledger)
          expect(Ledger.post(rules, ledger, command)).toEqual(decided)
        }
      }),
      runs
    )
  })
})

describe("of whole logs", () => {
  test("a log read again gives an equal ledger, to the byte, and the same answers", () => {
    always(({ ledger, rules, history }) => {
      const again = Laws.replays(ledger)
      for (const command of history) {
        const answer = Ledger.post(rules, again, command)
        expect(answer).toEqual(Ledger.post(rules, ledger, command))
      }
      Laws.equal(ledger, again)
    })
  })

  test("earlier commands that come again at any place, with any clock, change nothing", () => {
    always(({ ledger, rules, history }, dice) => {
      const again = Ledger.make()
      history.forEach((command, index) => {
        Ledger.post(rules, again, command)
        for (let copies = dice.below(3); copies > 0; copies--) {
          const earlier = dice.of(history.slice(0, index + 1))
          const atSec = earlier.atSec + dice.below(2000) - 1000
          Ledger.post(rules, again, dice.oneIn(2) ? earlier : { ...earlier, atSec })
        }
      })
      Laws.equal(ledger, again)
    })
  })

  test("refused commands leave no trace but their answer", () => {
    always(({ rules, ledger, history }) => {
      const accepted = history.filter((command) => Ledger.answerOf(ledger, command.id)?.ok === true)
      const without = posted(rules, accepted)
      expect(Laws.booksOf(without)).toEqual(Laws.booksOf(ledger))
    })
  })

  test("a batch does what its commands do one by one", () => {
    always(({ ledger, rules, history }, dice) => {
      const batched = Ledger.make()
      const answers = []
      for (let from = 0; from < history.length; ) {
        const to = from + 1 + dice.below(20)
        answers.push(...Ledger.postBatch(rules, batched, history.slice(from, to)))
        from = to
      }
      const single = Ledger.make()
      expect(answers).toEqual(history.map((command) => Ledger.post(rules, single, command)))
      Laws.equal(ledger, batched)
    })
  })

  test("a copy and its original go their own ways", () => {
    always(({ ledger, rules, history }, dice) => {
      const place = dice.below(history.length)
      const original = posted(rules, history.slice(0, place))
      const copy = Ledger.copyOf(original)
      const before = posted(rules, history.slice(0, place))
      for (const command of history.slice(place)) Ledger.post(rules, copy, command)
      Laws.equal(before, original)
      Laws.equal(ledger, copy)
      for (const command of history.slice(place)) Ledger.post(rules, original, command)
      Laws.equal(ledger, original)
    })
  })

  test("a group does what its members do one by one, or nothing", () => {
    always(({ rules, history }) => {
      const ledger = Ledger.make()
      for (const command of history) {
        if (command.action !== "PostGroup") {
          Ledger.post(rules, ledger, command)
          continue
        }
        const before = Laws.booksOf(ledger)
        const alone = Ledger.copyOf(ledger)
        const answer = Ledger.post(rules, ledger, command)
        if (answer.isRepeated) continue
        if (!answer.ok) {
          expect(Laws.booksOf(ledger)).toEqual(before)
          continue
        }
        const answers = command.commands.map((member) => Ledger.post(rules, alone, member))
        // An earning and its excess stand together only in one group.
        if (answers.every(({ ok }) => ok)) expect(Laws.booksOf(alone)).toEqual(Laws.booksOf(ledger))
        else expect(JSON.stringify(answers)).toContain("AlreadyCredited")
      }
    })
  })

  test("the expiry run books all that lapsed, once, and changes no totals but for where it lies", () => {
    always(({ ledger, rules }, dice) => {
      const atSec = Ledger.lastSec(ledger) + dice.below(200)
      const into = { hours: "expired", points: "p-expired" }
      if (Object.values(into).some((id) => Account.of(ledger, id)?.isClosed !== false)) return
      const before = Unit.list.map((unit) => Totals.of(ledger, unit, atSec))
      const plan = Expiry.plan(ledger, { atSec, byId: "night", into })
      const order = dice.oneIn(2) ? plan : [...plan].reverse()
      for (const command of order) expect(Ledger.post(rules, ledger, command).ok).toBe(true)
      expect(Unit.list.map((unit) => Totals.of(ledger, unit, atSec))).toEqual(before)
      expect(Expiry.plan(ledger, { atSec, byId: "night", into })).toEqual([])
      for (const account of Ledger.accountIds(ledger)) {
        expect(Balance.of(ledger, account, atSec)?.lapsed).toBe(0)
      }
      Laws.isSound(ledger)
      Laws.replays(ledger)
    })
  })

  test("the order of commands that do not touch each other does not matter", () => {
    fc.assert(
      fc.property(fc.array(someSeed, { minLength: 2, maxLength: 120 }), someSeed, (steps, seed) => {
        const { rules, opening, scripts } = independent(steps)
        const ordered = posted(rules, [...opening, ...scripts.flat()])
        const dice = Dice.make(seed)
        const waiting = scripts.map((script) => [...script])
        const shuffled: Array<LedgerCommand.LedgerCommand> = []
        while (waiting.some((script) => script.length > 0)) {
          const [command] = dice.of(waiting.filter((script) => script.length > 0)).splice(0, 1)
          if (command !== undefined) shuffled.push(command)
        }
        const mixed = posted(rules, [...opening, ...shuffled])
        expect(Laws.booksOf(mixed)).toEqual(Laws.booksOf(ordered))
        for (const { id } of shuffled) {
          const [left, right] = [Ledger.answerOf(mixed, id), Ledger.answerOf(ordered, id)]
          expect(left?.ok).toBe(right?.ok)
        }
      }),
      runs
    )
  })
})
