/**
 * Random commands to every side process: what must always be true is checked at every step against the
 * log alone, never against the record's own helpers.
 */
import { Id } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Deliberation,
  DeliberationModel,
  JointMeeting,
  LeadAssignment,
  Mediation,
  SideProcessMove,
  Whistle
} from "../src/index.ts"
import {
  caseIds,
  deliberation,
  deliberationMachine,
  lead,
  leadMachine,
  type Machine,
  mediation,
  mediationMachine,
  meeting,
  meetingMachine,
  whistle,
  whistleMachine
} from "./aSideProcess.ts"

/** One random step: which command, how much later, and two choices within it. */
interface Step {
  readonly pick: number
  readonly leapSec: number
  readonly a: number
  readonly b: number
}

const steps = fc.array(
  fc.record({
    pick: fc.noBias(fc.nat(999)),
    leapSec: fc.oneof(
      { weight: 4, arbitrary: fc.nat(60) },
      { weight: 2, arbitrary: fc.integer({ min: 600, max: 2400 }) },
      { weight: 1, arbitrary: fc.constantFrom(-1, 0.5) }
    ),
    a: fc.noBias(fc.nat(7)),
    b: fc.noBias(fc.nat(3))
  }),
  { minLength: 1, maxLength: 100, size: "max" }
)

interface Logged {
  readonly kind: string
  readonly version: number
  readonly atSec: number
  readonly actorId: string
}

interface Followed {
  readonly status: string
  readonly version: number
  readonly lastSec: number
}

/** Runs commands, checks the laws of every side process, and gives the accepted events. */
const run = <State extends Followed, Command, Event extends Logged>(
  machine: Machine<State, Command, Event>,
  opening: Command,
  commandOf: (step: Step, atSec: number, log: ReadonlyArray<Event>) => Command,
  taken: ReadonlyArray<Step>,
  law: (log: ReadonlyArray<Event>, state: State) => void
): ReadonlyArray<Event> => {
  const log: Array<Event> = []
  let state: State | SideProcessMove.None = SideProcessMove.none
  for (const step of [undefined, ...taken]) {
    const command =
      step === undefined ? opening : commandOf(step, lastSecOf(log) + step.leapSec, log)
    const before = JSON.stringify(state)
    const decision: SideProcessMove.Decision<Event> = machine.decide(state, command)
    must(JSON.stringify(state) === before, "a decision changes nothing")
    if (!decision.ok) {
      must(decision.rejection.status === state.status, "a refusal names the status")
      continue
    }
    const { event } = decision
    must(event.version === log.length + 1, "versions count")
    must(event.atSec >= lastSecOf(log), "time never goes back")
    must(Number.isSafeInteger(event.atSec), "seconds are whole")
    must(event.actorId === "desk-2", "the actor is recorded")
    log.push(event)
    const next: State = machine.evolve(state, event)
    must(next.version === log.length && next.lastSec === event.atSec, "the record follows")
    law(log, next)
    state = next
  }
  const replayed = log.reduce<State | SideProcessMove.None>(
    (sofar, event) => machine.evolve(sofar, event),
    SideProcessMove.none
  )
  expect(replayed).toEqual(state)
  return log
}

/** A law, cheap enough to be checked at every step; `expect` is not. */
const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(`Broken: ${law}`)
}

const lastSecOf = (log: ReadonlyArray<Logged>): number => log.at(-1)?.atSec ?? 0

const choose = <Item>(items: ReadonlyArray<Item>, step: Step): Item =>
  items[step.pick % items.length]!

/** Opening and closing commands to a case, over a log: never more closings than openings. */
const balanceOf = (
  moves: ReadonlyArray<SideProcessMove.CaseMove>
): ReadonlyMap<Id.Id<"Case">, number> => {
  const open = new Map<Id.Id<"Case">, number>()
  for (const move of moves) {
    const count = (open.get(move.caseId) ?? 0) + (move.action === "OpenSideProcess" ? 1 : -1)
    expect(count === 0 || count === 1).toBe(true)
    open.set(move.caseId, count)
  }
  return open
}

const seen = new Set<string>()
const note = (log: ReadonlyArray<Logged>): void => {
  for (const { kind } of log) seen.add(kind)
}

const runs = { numRuns: 300 }

describe("random commands", () => {
  test("a whistle never closes while one named is unaccounted, and never without a result", () => {
    const units = ["water", "power", "police", "urban"]
    const commandOf = (step: Step, atSec: number) => {
      const unit = units[step.b]!
      const other = units[step.a % 4]!
      return choose(
        [
          whistle.reportIn(atSec, unit),
          whistle.reportIn(atSec, unit),
          whistle.miss(atSec, unit),
          whistle.miss(atSec, unit),
          whistle.explain(atSec, unit),
          whistle.replace(atSec, unit, other),
          whistle.excuse(atSec, unit, step.a === 0 ? "" : "chief-1"),
          whistle.name(atSec, other),
          whistle.finish(atSec, step.a === 1 ? "" : "done"),
          whistle.release(atSec, unit),
          whistle.close(atSec)
        ],
        step
      )
    }
    fc.assert(
      fc.property(steps, (taken) => {
        const log = run(
          whistleMachine,
          whistle.blow(0, ["water", "power", "police"]),
          commandOf,
          taken,
          (events, state) => {
            const named = new Set<string>()
            const settled = new Set<string>()
            const late = new Set<string>()
            let isDone = false
            for (const event of events) {
              switch (event.kind) {
                case "WhistleBlown":
                  for (const call of event.calls) named.add(call.unitId)
                  break
                case "TargetNamed":
                  named.add(event.unitId)
                  break
                case "TargetReplaced":
                  named.add(event.byUnitId)
                  settled.add(event.unitId)
                  break
                case "TargetReportedIn":
                  if (event.isLate) late.add(event.unitId)
                  settled.add(event.unitId)
                  break
                case "TargetExcused":
                case "MissExplained":
                  settled.add(event.unitId)
                  break
                case "TargetMissed":
                  late.add(event.unitId)
                  break
                case "TargetReleased":
                  must(isDone, "the crew stays until done")
                  break
                case "WorkFinished":
                  isDone = true
                  break
                case "WhistleClosed":
                  expect([isDone, settled]).toEqual([true, named])
                  break
              }
            }
            const waiting = [...named].filter((unit) => !settled.has(unit))
            const said = [...Whistle.unaccounted(state)].sort().join()
            must(said === waiting.sort().join(), "whoever is unaccounted is named")
            for (const target of state.targets) {
              must(target.wasLate || !late.has(target.unitId), "lateness stays in the record")
            }
          }
        )
        const isClosed = log.at(-1)?.kind === "WhistleClosed"
        const open = [...balanceOf(log.flatMap(Whistle.caseMoves)).values()]
        expect(open).toEqual([isClosed ? 0 : 1])
        note(log)
      }),
      runs
    )
  })

  test("no stage is skipped, and a decision is published before the item closes", () => {
    const modelArbitrary = fc.constantFrom(...Object.values(DeliberationModel.all))
    fc.assert(
      fc.property(steps, modelArbitrary, fc.boolean(), (taken, model, isImportant) => {
        const commandOf = (step: Step, atSec: number, log: ReadonlyArray<Logged>) => {
          // half of the stages are the one or the other that could come next
          const guess = step.pick % 2 === 0 ? log.length - (step.a % 2) : step.a
          const stage = model.stages[Math.min(guess, model.stages.length - 1)]!
          const hold = deliberation.hold(atSec, stage, step.b !== 0)
          if (step.pick > 990) return deliberation.withdraw(atSec)
          if (step.pick > 800) return deliberation.close(atSec)
          return step.pick > 700 ? { ...hold, attendance: [] } : hold
        }
        const log = run(
          deliberationMachine,
          deliberation.open(0, model.id, isImportant),
          commandOf,
          taken,
          (events) => {
            const held: Array<string> = []
            let carried = true
            for (const event of events) {
              if (event.kind === "ItemDecided") carried = event.isCarried
              if (event.kind === "StageHeld" || event.kind === "ItemDecided") held.push(event.stage)
            }
            const due = model.stages
              .filter((stage) => stage.kind !== "ThirdParty" || isImportant)
              .filter((stage) => carried || !stage.onlyIfCarried)
              .map(({ stage }) => stage as string)
            const optional = model.stages.filter(({ kind }) => kind === "ThirdParty")
            const inOrder = held.filter(
              (stage) => isImportant || !optional.some((one) => one.stage === stage)
            )
            must(inOrder.join() === due.slice(0, inOrder.length).join(), "no stage is skipped")
            if (events.at(-1)?.kind === "DeliberationClosed") expect(inOrder).toEqual(due)
          }
        )
        const decidedAt = log.findIndex(({ kind }) => kind === "ItemDecided")
        const publishedAt = log.findIndex(
          (event) => event.kind === "StageHeld" && event.stageKind === "Publication"
        )
        if (log.at(-1)?.kind === "DeliberationClosed") {
          expect(decidedAt).toBeGreaterThan(0)
          expect(publishedAt).toBeGreaterThan(decidedAt)
        }
        const open = [...balanceOf(log.flatMap(Deliberation.caseMoves)).values()]
        const ends = ["DeliberationClosed", "DeliberationWithdrawn"]
        expect(open).toEqual([ends.includes(log.at(-1)?.kind ?? "") ? 0 : 1])
        note(log)
      }),
      runs
    )
  })

  test("a contract keeps its term in the record, whoever holds the posts", () => {
    const posts = ["Leader", "Official", "GridWorker", "Leader"] as const
    const commandOf = (step: Step, atSec: number) =>
      choose(
        [
          lead.progress(atSec, step.a === 0 ? "" : "talked"),
          lead.reappoint(atSec, posts[step.b]!, `person-${step.a}`),
          lead.reappoint(atSec, posts[step.b]!, `person-${step.a}`),
          lead.extend(atSec, 3000 + 1000 * step.a),
          ...(step.pick > 900 ? [lead.complete(atSec), lead.cancel(atSec)] : [])
        ],
        step
      )
    fc.assert(
      fc.property(steps, (taken) => {
        let isLate = false
        let dueSec = 4000
        let count = 0
        const log = run(
          leadMachine,
          lead.activate(0, dueSec),
          commandOf,
          taken,
          (events, state) => {
            const event = events.at(-1)!
            isLate = isLate || event.atSec > dueSec
            if (event.kind === "LeadExtended") dueSec = event.dueSec
            if (event.kind === "LeadReappointed") count += 1
            must(state.wasOverdue === isLate, "lateness stays")
            must(state.dueSec === dueSec, "only an extension moves the term")
            must(state.holdings.length === 3 + count, "nobody disappears")
          }
        )
        const open = [...balanceOf(log.flatMap(LeadAssignment.caseMoves)).values()]
        const ends = ["LeadCompleted", "LeadCancelled"]
        expect(open).toEqual([ends.includes(log.at(-1)?.kind ?? "") ? 0 : 1])
        note(log)
      }),
      runs
    )
  })

  test("a meeting never closes while a case has neither a decision nor a next date", () => {
    const commandOf = (step: Step, atSec: number) => {
      const id = caseIds[step.b % 3]!
      const dateSec = atSec + step.a - 1
      return choose(
        [
          meeting.decide(atSec, id, dateSec),
          meeting.postpone(atSec, id, dateSec),
          meeting.add(atSec, id),
          meeting.close(atSec, dateSec)
        ],
        step
      )
    }
    fc.assert(
      fc.property(steps, (taken) => {
        const log = run(meetingMachine, meeting.convene(0), commandOf, taken, (events, state) => {
          const settled = new Set<string>()
          for (const event of events) {
            if (event.kind === "StuckCaseDecided" || event.kind === "StuckCasePostponed") {
              settled.add(event.caseId)
            }
          }
          if (state.status === "Closed") {
            expect(state.agenda.every(({ caseId }) => settled.has(caseId))).toBe(true)
            expect(state.nextMeetingSec).toBeGreaterThan(state.closedSec)
          }
        })
        const open = [...balanceOf(log.flatMap(JointMeeting.caseMoves)).values()]
        const isClosed = log.at(-1)?.kind === "MeetingClosed"
        expect(open.every((count) => count === (isClosed ? 0 : 1))).toBe(true)
        note(log)
      }),
      runs
    )
  })

  test("a mediation ends with a refusal, an end, or promises that were all followed up", () => {
    const commandOf = (step: Step, atSec: number) =>
      choose(
        [
          mediation.session(atSec),
          mediation.session(atSec),
          mediation.agree(atSec, step.a === 0 ? ["party-1"] : ["party-2", "party-1"]),
          mediation.followUp(atSec, step.b % 3, step.a > 3),
          mediation.close(atSec),
          ...(step.pick > 900 ? [mediation.refuse(atSec, `party-${step.b}`)] : []),
          ...(step.pick > 970 ? [mediation.end(atSec)] : [])
        ],
        step
      )
    fc.assert(
      fc.property(steps, (taken) => {
        const log = run(mediationMachine, mediation.open(0), commandOf, taken, (events, state) => {
          const agreedAt = events.findIndex(({ kind }) => kind === "MediationAgreed")
          const refusedAt = events.findIndex(({ kind }) => kind === "MediationRefused")
          must(agreedAt < 0 || refusedAt < 0, "nobody refuses what was agreed")
          must(refusedAt < 0 || refusedAt === events.length - 1, "a refusal ends it")
          const isOpen = ["Talking", "Agreed"].includes(state.status)
          must(
            state.offeredRoutes.length > 0 === (!isOpen && state.status !== "Kept"),
            "routes are offered when it fails"
          )
          if (events.at(-1)?.kind === "MediationClosed") {
            expect(events.filter(({ kind }) => kind === "PromiseFollowedUp").length).toBe(2)
          }
        })
        const open = [...balanceOf(log.flatMap(Mediation.caseMoves)).values()]
        const ends = ["MediationRefused", "MediationEnded", "MediationClosed"]
        expect(open).toEqual([ends.includes(log.at(-1)?.kind ?? "") ? 0 : 1])
        note(log)
      }),
      runs
    )
  })

  test("the random commands have reached every kind of event", () => {
    expect([...seen].sort()).toEqual([...everyKind].sort())
  })

  test("an event that does not follow is a broken log", () => {
    const opened = whistleMachine.decide(SideProcessMove.none, whistle.blow(0))
    if (!opened.ok) throw new Error(opened.rejection.code)
    const state = Whistle.evolve(SideProcessMove.none, opened.event)
    expect(() => Whistle.evolve(state, opened.event)).toThrow("does not follow process-1/1")
    expect(() => Whistle.evolve(SideProcessMove.none, { ...opened.event, version: 2 })).toThrow(
      "does not follow none"
    )
    const stranger = whistleMachine.decide(state, whistle.reportIn(1, "water"))
    if (!stranger.ok) throw new Error(stranger.rejection.code)
    const other = { ...stranger.event, processId: Id.make<"SideProcess">("process-9") }
    expect(() => Whistle.evolve(state, other)).toThrow("process-9/2")
  })
})

const everyKind = [
  "WhistleBlown",
  "TargetNamed",
  "TargetReportedIn",
  "TargetExcused",
  "TargetReplaced",
  "TargetMissed",
  "MissExplained",
  "TargetReleased",
  "WorkFinished",
  "WhistleClosed",
  "DeliberationOpened",
  "StageHeld",
  "ItemDecided",
  "DeliberationWithdrawn",
  "DeliberationClosed",
  "LeadActivated",
  "ProgressRecorded",
  "LeadReappointed",
  "LeadExtended",
  "LeadCompleted",
  "LeadCancelled",
  "MeetingConvened",
  "AgendaExtended",
  "StuckCaseDecided",
  "StuckCasePostponed",
  "MeetingClosed",
  "MediationOpened",
  "SessionHeld",
  "MediationRefused",
  "MediationEnded",
  "MediationAgreed",
  "PromiseFollowedUp",
  "MediationClosed"
]
