import { type Fact, Id, Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  ServiceMove,
  type VisitCommand,
  VisitCover,
  VisitDecider,
  VisitFacts,
  VisitPlan,
  VisitTarget
} from "../src/index.ts"
import { grid, person } from "./aVolunteer.ts"

const day = Seconds.daySec

/** Midnight (UTC) of a day of 2026. */
const on = (month: number, dayOfMonth: number): number =>
  Seconds.dayNumber(2026, month, dayOfMonth) * day

const planOf = (given: { times?: number; early?: number; late?: number } = {}) => ({
  ...VisitPlan.everyHousehold,
  zone: "UTC",
  groups: VisitPlan.everyHousehold.groups.map((group) => ({
    ...group,
    cadence: { unit: "Month" as const, times: given.times ?? 1 }
  })),
  earlySec: (given.early ?? 0) * day,
  lateSec: (given.late ?? 0) * day
})
const plan = planOf()

type Step =
  | { readonly visit: VisitCommand.Outcome; readonly atSec: number; readonly by?: string }
  | { readonly name: string; readonly atSec: number }
  | { readonly undo: number; readonly atSec: number }
  | { readonly delist: true; readonly atSec: number }

/** A target on the list from a second on, after some steps; steps that are refused are left out. */
const targetOf = (
  id: string,
  fromSec: number,
  steps: ReadonlyArray<Step>,
  under: VisitPlan.VisitPlan = plan
): VisitTarget.VisitTarget => {
  const order = (atSec: number) => ({
    targetId: Id.make<"VisitTarget">(id),
    atSec,
    byId: "desk-1",
    reason: "because"
  })
  const place = { groupId: "households", gridId: grid("g1"), visitorId: person("li") }
  const commands: ReadonlyArray<VisitCommand.VisitCommand> = [
    { action: "ListTarget", ...order(fromSec), ...place },
    ...steps.map((step): VisitCommand.VisitCommand => {
      if ("visit" in step) {
        return {
          action: "RecordVisit",
          ...order(step.atSec),
          byId: step.by ?? "li",
          visitId: Id.make(`${id}-${step.atSec}`),
          visitedSec: step.atSec,
          minutes: step.visit === "Visited" ? 20 : 0,
          outcome: step.visit,
          finds: []
        }
      }
      if ("name" in step) {
        return { action: "NameVisitor", ...order(step.atSec), visitorId: person(step.name) }
      }
      if ("undo" in step) {
        return { action: "VoidVisit", ...order(step.atSec), visitId: Id.make(`${id}-${step.undo}`) }
      }
      return { action: "DelistTarget", ...order(step.atSec) }
    })
  ]
  let state: VisitTarget.State = ServiceMove.none
  for (const command of commands) {
    const decision = VisitDecider.decide(under, state, command)
    if (decision.ok) state = VisitTarget.evolve(state, decision.event)
  }
  if (state.status === "None") throw new Error("not listed")
  return state
}

const january = { fromSec: on(1, 1), untilSec: on(2, 1), atSec: on(2, 1) }
const factsOf = (...targets: ReadonlyArray<VisitTarget.VisitTarget>): ReadonlyArray<Fact.Fact> =>
  VisitFacts.of(plan, targets, january)
const shown = (facts: ReadonlyArray<Fact.Fact>) =>
  facts.map(({ causeId, kind, subjectId, atSec }) => [causeId, kind, subjectId, atSec])
const matterOf = ({ causeId }: Fact.Fact): string => causeId.slice(0, causeId.lastIndexOf("/"))

describe("the facts of visit cover", () => {
  test("a visit is due in the last second of its period, and done when it was made", () => {
    const target = targetOf("t-1", on(1, 1), [{ visit: "Visited", atSec: on(1, 10) }])
    expect(shown(factsOf(target))).toEqual([
      ["t-1/2026-M01/1/due", "visitDue", "li", on(2, 1) - 1],
      ["t-1/2026-M01/1/done", "visitDone", "li", on(1, 10)]
    ])
  })

  test("a refusal is told with its second, unless a visit was made after all", () => {
    const refused: Step = { visit: "Refused", atSec: on(1, 10) }
    const kinds = (...steps: ReadonlyArray<Step>) =>
      factsOf(targetOf("t-1", on(1, 1), steps)).map(({ kind, atSec }) => [kind, atSec])
    const due = ["visitDue", on(2, 1) - 1]
    expect(kinds(refused)).toEqual([due, ["visitDeclined", on(1, 10)]])
    expect(kinds(refused, { visit: "Visited", atSec: on(1, 20) })).toEqual([
      due,
      ["visitDone", on(1, 20)]
    ])
    expect(kinds({ visit: "NobodyThere", atSec: on(1, 10) })).toEqual([due])
    expect(kinds({ ...refused }, { undo: on(1, 10), atSec: on(1, 11) })).toEqual([due])
  })

  test("an obligation has one visitor: who made the visit, otherwise who is named now", () => {
    const made = targetOf("t-1", on(1, 1), [
      { visit: "Visited", atSec: on(1, 10) },
      { name: "wang", atSec: on(1, 11) }
    ])
    const open = targetOf("t-2", on(1, 1), [{ name: "wang", atSec: on(1, 11) }])
    expect(factsOf(made, open).map(({ subjectId }) => subjectId)).toEqual(["li", "li", "wang"])
  })

  test("what falls due outside the spell, has lapsed or is not owed yields nothing", () => {
    const target = targetOf("t-1", on(1, 1), [])
    const dueAt = on(2, 1) - 1
    const spells = [
      [dueAt, dueAt + 1],
      [dueAt + 1, dueAt + 2],
      [dueAt - 1, dueAt]
    ] as const
    const counts = spells.map(
      ([fromSec, untilSec]) =>
        VisitFacts.of(plan, [target], { fromSec, untilSec, atSec: on(3, 1) }).length
    )
    expect(counts).toEqual([1, 0, 0])
    expect(factsOf(targetOf("t-1", on(1, 1), [{ delist: true, atSec: on(1, 20) }]))).toEqual([])
    expect(factsOf(targetOf("t-1", on(1, 1) + 1, []))).toEqual([])
    expect(factsOf({ ...target, groupId: "elsewhere" })).toEqual([])
  })

  test("ids too long to build upon are refused", () => {
    const long = targetOf("t".repeat(Id.lengthMax), on(1, 1), [])
    expect(() => factsOf(long)).toThrow(RangeError)
  })

  const steps = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom("Visited", "Refused", "NobodyThere" as const) },
      { weight: 1, arbitrary: fc.constantFrom("undo", "name", "delist" as const) }
    ),
    { maxLength: 9 }
  )
  const stepsOf = (given: ReadonlyArray<string>, gaps: ReadonlyArray<number>) => {
    let atSec = on(1, 1)
    let [last, by] = [atSec, "li"]
    return given.map((what, index): Step => {
      atSec += (gaps[index % gaps.length] ?? 1) * day
      if (what === "delist") return { delist: true, atSec }
      if (what === "undo") return { undo: last, atSec }
      if (what === "name") {
        by = "wang"
        return { name: by, atSec }
      }
      last = atSec
      const visit = what === "Visited" || what === "Refused" ? what : "NobodyThere"
      return { visit, atSec, by }
    })
  }

  test("are as many as the cover counts: due, visited and refused", () => {
    const seen = { due: 0, done: 0, declined: 0, lapsed: 0 }
    const target = fc.tuple(steps, fc.array(fc.nat(25), { minLength: 1, maxLength: 9 }), fc.nat(40))
    const terms = fc.record({
      times: fc.integer({ min: 1, max: 3 }),
      early: fc.nat(10),
      late: fc.nat(10)
    })
    const targets = fc.array(target, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(targets, terms, fc.nat(150), (given, margins, asOfDay) => {
        const under = planOf(margins)
        const listed = given.map(([what, gaps, from], index) =>
          targetOf(
            `t-${index}`,
            on(1, 1) + (from < 20 ? 0 : from) * day,
            stepsOf(what, gaps),
            under
          )
        )
        const atSec = on(1, 1) + asOfDay * day
        for (const month of [1, 2, 3, 4]) {
          const [cover] = VisitCover.of(under, listed, { inSec: on(month, 15), atSec })
          const { fromSec, untilSec } = cover!.period
          const facts = VisitFacts.of(under, listed, { fromSec, untilSec, atSec })
          const count = (kind: VisitFacts.Kind) => facts.filter((one) => one.kind === kind).length
          expect([count("visitDue"), count("visitDone"), count("visitDeclined")]).toEqual([
            cover!.dueCount,
            cover!.visitedCount,
            cover!.refusedCount
          ])
          expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
          const due = facts.filter(({ kind }) => kind === "visitDue")
          expect(new Set(due.map(matterOf)).size).toBe(cover!.dueCount)
          expect(new Set(facts.map(matterOf)).size).toBe(cover!.dueCount)
          expect(new Set(facts.map((one) => `${matterOf(one)} ${one.subjectId}`)).size).toBe(
            cover!.dueCount
          )
          seen.due += count("visitDue")
          seen.done += count("visitDone")
          seen.declined += count("visitDeclined")
          seen.lapsed += cover!.lapsedCount
        }
      }),
      { numRuns: 200 }
    )
    for (const number of Object.values(seen)) expect(number).toBeGreaterThan(0)
  })

  test("a spell of a quarter has the facts of its months, in any piece", () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(25), { minLength: 1 }), fc.nat(89), (what, gaps, cut) => {
        const target = targetOf("t-1", on(1, 1), stepsOf(what, gaps))
        const read = (fromSec: number, untilSec: number) =>
          VisitFacts.of(plan, [target], { fromSec, untilSec, atSec: on(6, 1) })
        const middle = on(1, 1) + cut * day
        expect([...read(on(1, 1), middle), ...read(middle, on(4, 1))]).toEqual(
          read(on(1, 1), on(4, 1))
        )
      }),
      { numRuns: 100 }
    )
  })
})
