/**
 * The bench of the case machine. First `decide` and `evolve` on records against XState v5's pure
 * `transition` on an equivalent chart (`bench/models/CaseChart.ts`), the same commands in the same rounds;
 * then columns against records with 100,000 cases open, in an order that jumps from case to case; and the
 * memory of an open case in columns and records. One JSON line per result, then ratios. With `--smoke` it runs few.
 *
 *     npm run bench -- cases [--rounds N] [--lives N] [--cases N] [--smoke]
 */
import { parseArgs } from "node:util"
import { Clock } from "@wangge/calendar"
import { Case, CaseDecider, CaseProfile, CaseRules, CaseStatus } from "@wangge/cases"
import { Id } from "@wangge/facts"
import { CaseColumns } from "@wangge/simulator"
import { cpuSecondsOf, median, print, standingBytes } from "./Measuring.ts"
import * as Chart from "./models/CaseChart.ts"
import { callColumns, codedLives, commandOf, lifeOf } from "./models/CaseLives.ts"

/** One printed result. */
export interface BenchLine {
  readonly bench: "cases"
  readonly part: "machine" | "open"
  readonly shape: "records" | "xstate" | "columns"
  readonly round: number
  readonly cases: number
  readonly steps: number
  readonly cpuSeconds: number
  readonly stepsPerSecond: number
}

const rules = CaseRules.compile(CaseProfile.base, {
  clocks: { calendar: Clock.calendar, working: Clock.calendar }
})

const startSec = 1_741_000_000

const idOf = (number: number): Id.Id<"Case"> => Id.make<"Case">(`case-${number}`)

const line = (values: Omit<BenchLine, "bench" | "stepsPerSecond">): number => {
  const stepsPerSecond = Math.round(values.steps / values.cpuSeconds)
  const cpuSeconds = Number(values.cpuSeconds.toFixed(4))
  print({ bench: "cases", ...values, cpuSeconds, stepsPerSecond } satisfies BenchLine)
  return stepsPerSecond
}

const ratioLine = (what: string, ratios: ReadonlyArray<number>): void =>
  print({
    bench: "cases",
    result: what,
    medianRatio: Number(median(ratios).toFixed(2)),
    ratios: ratios.map((ratio) => Number(ratio.toFixed(2)))
  })

/** The commands of some lives, made before anything is measured: both machines get the same objects. */
const commandsOf = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const number = first + index
    const caseId = idOf(number)
    return lifeOf(number).map((step, at) =>
      commandOf(caseId, number, step, startSec + at * Chart.stepSec)
    )
  })

type Commands = ReturnType<typeof commandsOf>

const stepCount = (commands: Commands): number =>
  commands.reduce((sum, life) => sum + life.length, 0)

const runRecords = (commands: Commands): number => {
  let refused = 0
  for (const life of commands) {
    let state = Case.none
    for (const command of life) {
      const decision = CaseDecider.decide(rules, state, command)
      if (decision.ok) state = Case.evolve(state, decision.event)
      else if (decision.rejection.code !== "TimeWentBack") refused += 1
    }
  }
  return refused
}

const eventsOf = (commands: Commands): ReadonlyArray<ReadonlyArray<Chart.ChartEvent>> =>
  commands.map((life) => life.map((command) => ({ type: command.action, command })))

const runChart = (events: ReturnType<typeof eventsOf>): number => {
  let refused = 0
  for (const life of events) {
    let state = Chart.start()
    for (const event of life) {
      const before = state.context.version
      state = Chart.step(state, event)
      if (state.context.version === before) refused += 1
    }
  }
  return refused
}

/** Where chart and records say different things after a step, as sentences. */
const chartDifferences = (commands: Commands): ReadonlyArray<string> =>
  commands.flatMap((life) => {
    let state: Case.State = Case.none
    let chart = Chart.start()
    return life.flatMap((command, at) => {
      const decision = CaseDecider.decide(rules, state, command)
      if (decision.ok) state = Case.evolve(state, decision.event)
      chart = Chart.step(chart, { type: command.action, command })
      const { context, value } = chart
      if (state.status === "None") return [`Step ${at} reports nothing`]
      const isSame =
        state.status === String(value) &&
        state.version === context.version &&
        state.ownerUnitId === context.ownerUnitId &&
        state.dueSec === context.dueSec &&
        state.wasOverdue === context.wasOverdue
      return isSame ? [] : [`After step ${at} (${command.action}) chart and record differ`]
    })
  })

/** Records against the chart, in rounds; the chart gets a share of the lives, it is that much slower. */
const machine = (lives: number, rounds: number): ReadonlyArray<string> => {
  const ratios: Array<number> = []
  const wrong = [...chartDifferences(commandsOf(0, 8))]
  const commands = commandsOf(0, lives)
  const few = commands.slice(0, Math.max(8, lives >> 3))
  const events = eventsOf(few)
  const isSame = runRecords(few) === runChart(events) // refusals are counted in both
  if (!isSame) wrong.push("Chart and records refuse different numbers of commands")
  for (let time = 0; time < 2; time++) {
    runRecords(commands)
    runChart(events)
  }
  for (let round = 1; round <= rounds; round++) {
    const run = {
      records: () =>
        line({
          part: "machine",
          shape: "records",
          round,
          cases: lives,
          steps: stepCount(commands),
          cpuSeconds: cpuSecondsOf(() => runRecords(commands))
        }),
      xstate: () =>
        line({
          part: "machine",
          shape: "xstate",
          round,
          cases: few.length,
          steps: stepCount(few),
          cpuSeconds: cpuSecondsOf(() => runChart(events))
        })
    }
    const xstateFirst = round % 2 === 0 ? run.xstate() : 0
    const records = run.records()
    ratios.push(records / (xstateFirst || run.xstate()))
  }
  ratioLine("records to xstate, steps a second", ratios)
  return wrong
}

/** Cases in one shape, all open, each at some step of its life; a case that ends is followed by a new. */
interface Shape {
  /** One step of the case in a place. */
  readonly step: (place: number) => void
  readonly statusOf: (place: number) => string
}

/** Which life a place is in, at which step. */
class Places {
  readonly number: Int32Array
  readonly at: Uint8Array

  constructor(cases: number) {
    this.number = Int32Array.from({ length: cases }, (_, place) => place)
    this.at = new Uint8Array(cases)
  }

  /** Moves a place to its next step; true when its life is over. */
  next(place: number, length: number): boolean {
    const at = this.at[place]! + 1
    this.at[place] = at === length ? 0 : at
    if (at === length) this.number[place]! += this.number.length
    return at === length
  }
}

const recordShape = (cases: number): Shape => {
  const places = new Places(cases)
  const states: Array<Case.State> = Array.from({ length: cases }, () => Case.none)
  return {
    step: (place) => {
      const number = places.number[place]!
      const at = places.at[place]!
      const life = lifeOf(number)
      const state = states[place]!
      const caseId = state.status === "None" ? idOf(number) : state.caseId
      const command = commandOf(caseId, number, life[at]!, startSec + at * Chart.stepSec)
      const decision = CaseDecider.decide(rules, state, command)
      if (decision.ok) states[place] = Case.evolve(state, decision.event)
      if (places.next(place, life.length)) states[place] = Case.none
    },
    statusOf: (place) => states[place]!.status
  }
}

const columnShape = (cases: number): Shape => {
  const places = new Places(cases)
  const columns = new CaseColumns.CaseColumns(rules)
  const slots = new Int32Array(cases).fill(-1)
  return {
    step: (place) => {
      const number = places.number[place]!
      const at = places.at[place]!
      const life = codedLives[number % codedLives.length]!
      const slot = slots[place]!
      const made = callColumns(columns, slot, number, life[at]!, startSec + at * Chart.stepSec)
      if (slot < 0) slots[place] = made
      if (places.next(place, life.length)) {
        columns.release(slot)
        slots[place] = -1
      }
    },
    statusOf: (place) => {
      const slot = slots[place]!
      return slot < 0 ? "None" : CaseStatus.list[columns.status[slot]!]!
    }
  }
}

/** Places in an order that jumps: every place once a turn, with a stride that has no common part. */
const strideOf = (cases: number): number => {
  const common = (one: number, other: number): number =>
    other === 0 ? one : common(other, one % other)
  let stride = Math.max(1, Math.floor(cases * 0.618))
  while (common(cases, stride) !== 1) stride += 1
  return stride
}

/** Brings the cases of a shape to steps 1 to 12 of their lives, so that nearly all are open. */
const spread = (shape: Shape, cases: number): void => {
  for (let place = 0; place < cases; place++) {
    for (let at = 0; at <= place % 12; at++) shape.step(place)
  }
}

const turn = (shape: Shape, cases: number, turns: number): void => {
  const stride = strideOf(cases)
  for (let count = 0, place = 0; count < cases * turns; count++) {
    shape.step(place)
    place = (place + stride) % cases
  }
}

/** Columns against records with so many cases open, and the memory of each. */
const open = (cases: number, rounds: number): ReadonlyArray<string> => {
  const emptyBytes = standingBytes()
  const columns = columnShape(cases)
  spread(columns, cases)
  const columnBytes = standingBytes() - emptyBytes
  const records = recordShape(cases)
  spread(records, cases)
  const recordBytes = standingBytes() - emptyBytes - columnBytes
  const ratios: Array<number> = []
  const shapes = { columns, records }
  for (let round = 1; round <= rounds; round++) {
    const perSecond = { columns: 0, records: 0 }
    for (const shape of round % 2 === 0
      ? (["columns", "records"] as const)
      : (["records", "columns"] as const)) {
      const cpuSeconds = cpuSecondsOf(() => turn(shapes[shape], cases, 3))
      perSecond[shape] = line({ part: "open", shape, round, cases, steps: cases * 3, cpuSeconds })
    }
    ratios.push(perSecond.columns / perSecond.records)
  }
  ratioLine("columns to records, steps a second", ratios)
  print({
    bench: "cases",
    result: "bytes per open case",
    cases,
    columns: Math.round(columnBytes / cases),
    records: Math.round(recordBytes / cases)
  })
  const isOther = (place: number): boolean => columns.statusOf(place) !== records.statusOf(place)
  const other = Array.from({ length: cases }, (_, place) => place).filter(isOther)
  return other.length === 0 ? [] : [`${other.length} cases differ between columns and records`]
}

const main = (): void => {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "7" },
      lives: { type: "string", default: "20000" },
      cases: { type: "string", default: "100000" },
      smoke: { type: "boolean", default: false }
    }
  })
  const rounds = values.smoke ? 2 : Number(values.rounds)
  const lives = values.smoke ? 400 : Number(values.lives)
  const cases = values.smoke ? 2000 : Number(values.cases)
  if (![rounds, lives, cases].every((count) => Number.isSafeInteger(count) && count >= 1)) {
    console.error("--rounds, --lives and --cases are whole numbers from 1")
    process.exit(2)
  }
  const wrong = [...machine(lives, rounds), ...open(cases, rounds)]
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length > 0) process.exit(1)
}

main()
