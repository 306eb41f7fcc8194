/**
 * Made-up facts of one quarter for trying out `wangge evaluate`: twelve units with known habits, good
 * and bad, so that a reader can see whether the report finds them. No town is like this; the luck of
 * each case comes from a hash of its name, so that every run prints the same lines.
 */
import { EvaluationFact, EvaluationPreset, EvaluationRules, SignalRules } from "@wangge/evaluation"
import { Id, Seconds } from "@wangge/facts"

/** Habits of one made-up unit; shares from 0 to 1. */
interface Habit {
  readonly cases: number
  readonly prompt: number
  readonly onTime: number
  /** Of the cases claimed as resolved, those that truly are. */
  readonly solved: number
  readonly satisfied: number
  readonly reached: number
  readonly visited: number
  /** Points of 100 in announced and in unannounced inspections. */
  readonly open: number
  readonly covert: number
}

const usual: Habit = {
  cases: 110,
  prompt: 0.9,
  onTime: 0.88,
  solved: 0.86,
  satisfied: 0.84,
  reached: 0.75,
  visited: 0.9,
  open: 88,
  covert: 84
}

/** Twelve units: two good, two poor, one with few cases, two that game the numbers, the rest alike. */
const habits: ReadonlyArray<Habit> = [
  {
    ...usual,
    prompt: 0.99,
    onTime: 0.98,
    solved: 0.97,
    satisfied: 0.97,
    visited: 0.99,
    covert: 96
  },
  {
    ...usual,
    prompt: 0.98,
    onTime: 0.97,
    solved: 0.95,
    satisfied: 0.96,
    visited: 0.98,
    covert: 95
  },
  usual,
  usual,
  { ...usual, cases: 150 },
  { ...usual, cases: 60 },
  // Claims what is not done: on time on paper, unsolved when residents are asked.
  { ...usual, onTime: 0.99, solved: 0.45, satisfied: 0.6 },
  { ...usual, solved: 0.88, covert: 87 },
  // Shines when an inspection is announced.
  { ...usual, open: 98, covert: 62 },
  { ...usual, cases: 7 },
  { ...usual, prompt: 0.65, onTime: 0.6, solved: 0.62, satisfied: 0.6, visited: 0.6, covert: 58 },
  { ...usual, prompt: 0.55, onTime: 0.55, solved: 0.6, satisfied: 0.55, visited: 0.5, covert: 52 }
]

const fromDay = Seconds.dayNumber(2025, 7, 1)
const dayCount = 92
/** The first second of the quarter in China, eight hours before that in UTC. */
const fromSec = fromDay * Seconds.daySec - 8 * Seconds.hourSec

/**
 * The quarter that the facts are of, as `--period` takes it.
 *
 * @source none: made up
 * @category samples
 * @since 0.1.0
 */
export const period = "2025-07-01..2025-09-30"

/**
 * The facts for one preset: the kinds that it and the search for signals read.
 *
 * @source none: made up
 * @category samples
 * @since 0.1.0
 */
export const facts = (
  rules: EvaluationRules.EvaluationRules = EvaluationPreset.helong
): ReadonlyArray<EvaluationFact.EvaluationFact> => {
  const compilation = EvaluationRules.compile(rules)
  const read = new Set([
    ...(compilation.ok ? compilation.compiled.factKinds : []),
    ...Object.values(SignalRules.usual.factKinds).flat()
  ])
  return habits
    .flatMap((habit, index) => unitFacts(habit, index + 1))
    .filter(({ kind }) => read.has(kind))
}

type Kind = readonly [kind: string, atSec: number, quantity?: number]

const unitFacts = (habit: Habit, number: number): ReadonlyArray<EvaluationFact.EvaluationFact> => {
  const two = String(number).padStart(2, "0")
  const matters: Array<EvaluationFact.EvaluationFact> = []
  const tell = (matterId: string, worker: number, kinds: ReadonlyArray<Kind>): void => {
    kinds.forEach(([kind, atSec, quantity = 1], place) => {
      matters.push(factOf({ two, matterId, worker, kind, atSec, quantity, place }))
    })
  }
  for (let index = 1; index <= habit.cases; index += 1) {
    const matterId = `case-${two}-${String(index).padStart(3, "0")}`
    tell(matterId, 1 + (index % 2), caseKinds(habit, matterId, number))
  }
  for (let index = 1; index <= 40; index += 1) {
    const matterId = `visit-${two}-${String(index).padStart(2, "0")}`
    const atSec = secondOf(matterId)
    const isDone = chance(matterId, "visited") < habit.visited
    tell(matterId, 1 + (index % 2), [
      ["visitDue", atSec],
      ...(isDone ? ([["visitDone", atSec + 600]] as const) : [])
    ])
  }
  for (let index = 1; index <= 8; index += 1) {
    for (const check of ["Open", "Covert"] as const) {
      const matterId = `check-${check.toLowerCase()}-${two}-${index}`
      const mean = check === "Open" ? habit.open : habit.covert
      const points = Math.min(100, Math.round(mean + 6 * (chance(matterId, "points") - 0.5)))
      const atSec = secondOf(matterId)
      tell(matterId, 1, [
        [`inspectionPointsPossible${check}`, atSec, 100],
        [`inspectionPoints${check}`, atSec + 1, points]
      ])
    }
  }
  return matters
}

/** What happens in one case, each thing at its second. */
const caseKinds = (habit: Habit, matterId: string, number: number): ReadonlyArray<Kind> => {
  const luck = (what: string): number => chance(matterId, what)
  const openedSec = secondOf(matterId)
  const dueSec = openedSec + 3 * Seconds.daySec
  const isOnTime = luck("onTime") < habit.onTime
  const closedSec = isOnTime
    ? openedSec + Math.round(luck("days") * 3 * Seconds.daySec)
    : dueSec + 60 + Math.round(luck("days") * 2 * Seconds.daySec)
  const isSolved = luck("solved") < habit.solved
  const isReached = luck("reached") < habit.reached
  const isHappy = isSolved && luck("satisfied") < habit.satisfied / habit.solved
  const askedSec = closedSec + Seconds.daySec
  const followUp: ReadonlyArray<Kind> = isReached
    ? [
        [isSolved ? "caseConfirmed" : "caseNotResolved", askedSec],
        [isHappy ? "reporterSatisfied" : "reporterDissatisfied", askedSec + 1]
      ]
    : [["reporterNotReached", askedSec]]
  const found = luck("found") < 0.5 ? "caseFoundByWorker" : "caseFoundByResident"
  return [
    ["caseReported", openedSec],
    [found, openedSec],
    ["caseFiled", openedSec + 300],
    ["caseAssigned", openedSec + 600],
    [luck("contact") < habit.prompt ? "contactOnTime" : "contactLate", openedSec + 3600],
    ["caseDue", dueSec],
    ["caseClaimed", closedSec],
    [isOnTime ? "caseOnTime" : "caseLate", closedSec],
    [luck("check") < 0.05 ? "caseReworked" : "caseChecked", closedSec + 60],
    ...(luck("return") < 0.06 ? ([["caseReturned", openedSec + 900]] as const) : []),
    ...(!isSolved && luck("reopen") < 0.3 ? ([["caseReopened", askedSec + 600]] as const) : []),
    ...(number === 4 && luck("help") < 0.04 ? ([["caseHelped", closedSec]] as const) : []),
    ...followUp
  ]
}

const factOf = (at: {
  readonly two: string
  readonly matterId: string
  readonly worker: number
  readonly kind: string
  readonly atSec: number
  readonly quantity: number
  readonly place: number
}): EvaluationFact.EvaluationFact => {
  const causeId = `${at.matterId}/${at.place + 1}`
  const workerId = `worker-${at.two}-${at.worker}`
  return EvaluationFact.of(
    {
      id: Id.make<"Fact">(`${causeId}/${at.kind}`),
      kind: at.kind,
      subjectId: `unit-${at.two}`,
      gridId: Id.make<"Grid">(`grid-${at.two}`),
      atSec: at.atSec,
      quantity: at.quantity,
      unit: at.quantity === 1 ? "case" : "point",
      causeId
    },
    { workerId, typeId: types[Math.floor(chance(at.matterId, "type") * types.length)] ?? "" }
  )
}

const types = ["PublicFacilities", "Sanitation", "Safety"] as const

/** A second of the quarter, its last ten days left free for what follows. */
const secondOf = (name: string): number =>
  fromSec + Math.floor(chance(name, "second") * (dayCount - 10) * Seconds.daySec)

/** A number from 0 to 1 that looks like luck: FNV-1a over the name, mixed by MurmurHash3's last step. */
const chance = (name: string, what: string): number => {
  let hash = 0x811c9dc5
  for (const character of `${name} ${what}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
