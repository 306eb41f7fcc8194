/**
 * What does a town gain that no longer types its visits and cases into several platforms? Helong and
 * Longxian, each simulated as it is and without data entry, on the same random numbers, so that the
 * difference is the change and not luck. What a practitioner would expect is written down before the
 * run.
 */
import { Estimate } from "@wangge/des"
import { NumberText, Table } from "@wangge/report"
import { Outcome, Preset, Runner, type Scenario, Study } from "@wangge/simulator"

/** The change that is studied: no data entry. */
export const change = (scenario: Scenario.Scenario): Scenario.Scenario => ({
  ...scenario,
  duties: { ...scenario.duties, dataEntryMinPerVisit: 0, dataEntryMinPerCase: 0 }
})

/** Which way an outcome goes: up, down, or neither (0: nobody would bet, or no clear change). */
export type Way = -1 | 0 | 1

/** What a practitioner expects, and the outcomes that the tables show. */
export const expected: ReadonlyArray<{ readonly id: Outcome.Id; readonly way: Way }> = [
  { id: "casesRaised", way: 0 },
  { id: "onTimeShare", way: 1 },
  { id: "onTimeShareWorstTenth", way: 1 },
  { id: "satisfaction", way: 1 },
  { id: "hoursToCloseMedian", way: -1 },
  { id: "hoursToCloseP90", way: -1 },
  { id: "backlog", way: -1 },
  { id: "overdueShare", way: -1 },
  { id: "repeatShare", way: -1 },
  { id: "useOfTime", way: -1 },
  { id: "useOfTimeGini", way: 0 },
  { id: "foundBeforeComplaint", way: 1 },
  { id: "visitCover", way: 1 },
  { id: "patrolCover", way: 1 }
]

/** How much is simulated: measured days, replications with other luck, and the master seed. */
export interface Size {
  readonly days: number
  readonly replications: number
  readonly seed: number
}

/** One outcome of one town: as it is, changed, and the difference with its 95 % interval. */
export interface Line {
  readonly id: Outcome.Id
  readonly base: number
  readonly changed: number
  readonly difference: Estimate.Estimate
  readonly expected: Way
  /** 0 while the interval of the difference covers zero. */
  readonly went: Way
}

/** What became of one town, and what a reader must know about the changed run. */
export interface Comparison {
  readonly town: Scenario.Scenario
  readonly lines: ReadonlyArray<Line>
  readonly notes: ReadonlyArray<Study.Note>
}

/** Runs a town as it is and changed; in each replication both meet the same residents. */
export const compare = async (preset: Scenario.Scenario, size: Size): Promise<Comparison> => {
  const base = { ...preset, calendar: { ...preset.calendar, days: size.days } }
  const { seed, replications } = size
  const options = { seed, replications, runner: Runner.thisThread, probe: false }
  const before = await Study.run({ ...options, scenario: base })
  const after = await Study.run({ ...options, scenario: change(base) })
  const lines = expected.map(({ id, way }) => {
    const bases = before.runs.map((run) => run.outcomes[id])
    const changes = after.runs.map((run) => run.outcomes[id])
    const difference = Estimate.paired(changes, bases)
    return {
      id,
      base: Estimate.of(bases).mean,
      changed: Estimate.of(changes).mean,
      difference,
      expected: way,
      went: wayOf(difference)
    }
  })
  return { town: preset, lines, notes: after.notes }
}

const wayOf = ({ mean, halfWidth }: Estimate.Estimate): Way => {
  if (halfWidth === null || Math.abs(mean) <= halfWidth) return 0
  return mean > 0 ? 1 : -1
}

const columns: ReadonlyArray<Table.Column> = [
  { head: "outcome", align: "left" },
  { head: "as it is", align: "right" },
  { head: "changed", align: "right" },
  { head: "difference, 95 %", align: "right" },
  { head: "in", align: "left" },
  { head: "expected", align: "left" },
  { head: "went", align: "left" }
]

const unitText = (unit: Outcome.Unit): string =>
  unit === "share" ? "points" : unit === "perThousandMonth" ? "per 1,000 a month" : unit

const wayText = (way: Way, none: string): string => (way === 0 ? none : way > 0 ? "up" : "down")

/** One row of the table; differences of shares are in percentage points. */
const rowOf = ({ id, base, changed, difference, ...line }: Line): ReadonlyArray<string> => {
  const { unit = "cases", label } = Outcome.find(id) ?? {}
  const digits = NumberText.digits(unit, difference.halfWidth)
  const level = (value: number): string => NumberText.ofUnit({ value, unit, digits }, "en")
  const step = (value: number | null): string =>
    NumberText.decimal(unit === "share" && value !== null ? value * 100 : value, digits, "en")
  return [
    label?.en ?? id,
    level(base),
    level(changed),
    `${step(difference.mean)} ± ${step(difference.halfWidth)}`,
    unitText(unit),
    wayText(line.expected, "open"),
    wayText(line.went, "no clear change")
  ]
}

/** The line above a town's table: what was run, so that anybody can run it again. */
export const headOf = (preset: Scenario.Scenario, size: Size): string =>
  `${preset.name.en} (${preset.name.zh}), no data entry: ${size.days} days from ` +
  `${preset.calendar.startDate}, ${size.replications} replications, seed ${size.seed}, ` +
  `model ${Study.modelVersion}`

/** The two towns, by their presets at default assumptions. */
export const towns: ReadonlyArray<Scenario.Scenario> = ["helong", "longxian"].flatMap(
  (id) => Preset.find(id) ?? []
)

/** Both towns, compared. */
export const study = async (size: Size): Promise<ReadonlyArray<Comparison>> => {
  const found: Array<Comparison> = []
  for (const town of towns) found.push(await compare(town, size))
  return found
}

/** Both towns' tables as text. */
export const textOf = (found: ReadonlyArray<Comparison>, size: Size): string =>
  found
    .flatMap(({ town, lines, notes }) => [
      headOf(town, size),
      Table.align(columns, lines.map(rowOf)).trimEnd(),
      ...notes.map((note) => `Note: ${note.en}`)
    ])
    .join("\n\n")

const report = async (size: Size): Promise<string> => textOf(await study(size), size)

/** The study: a year, ten times. */
export const full: Size = { days: 365, replications: 10, seed: 7 }

/** The same in small, which the test repeats. */
export const short: Size = { days: 120, replications: 6, seed: 7 }

/** What the README shows. */
export const outputs = [() => report(full), () => report(short)] as const

/** True when Node was started with this file, not when a test or another program imports it. */
const { main: isMain }: { readonly url: string; readonly main?: boolean } = import.meta
if (isMain === true) console.log(await report(full))
