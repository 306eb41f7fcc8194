/**
 * A town of your own: the file `town.json` began as the output of `wangge init helong` and was
 * edited. Here a program reads it, is told what is wrong with a second version of it, and runs the
 * first. The town is invented; its numbers come from nowhere but this file.
 */
import { Table } from "@wangge/report"
import { Runner, type Scenario, ScenarioSchema, Study } from "@wangge/simulator"

/** What stands in `town.json`, not yet checked. */
export const readTown = async (): Promise<unknown> => {
  const address = new URL("town.json", import.meta.url).href
  const file: { readonly default: unknown } = await import(address, { with: { type: "json" } })
  return file.default
}

/** The problems of an edited file, one a line: where, what stands there, what would be right. */
export const problemText = (parsed: ScenarioSchema.Parsed): ReadonlyArray<string> =>
  parsed.ok
    ? []
    : parsed.problems.map(
        ({ path, value, expected }) => `${path}: got ${JSON.stringify(value)}; right: ${expected}`
      )

/** The town with a slip of the pen each: a negative count, shares that sum to more than 1. */
export const slips = (scenario: Scenario.Scenario): ReadonlyArray<unknown> => [
  { ...scenario, staff: { ...scenario.staff, gridWorkers: -40 } },
  {
    ...scenario,
    demand: { ...scenario.demand, urgencyMix: { ...scenario.demand.urgencyMix, Urgent: 0.3 } }
  }
]

/** The checked scenario of the file; throws an `Error` that lists all problems. */
export const load = async (): Promise<Scenario.Scenario> => {
  const parsed = ScenarioSchema.parse(await readTown())
  if (!parsed.ok) throw new Error(problemText(parsed).join("\n"))
  return parsed.scenario
}

/** Simulates a town: its own days, five times. */
export const simulate = (scenario: Scenario.Scenario): Promise<Study.Study> =>
  Study.run({ scenario, seed: 7, replications: 5, runner: Runner.thisThread })

/** What the slips are answered with, then the outcomes of the town. */
export const textOf = (study: Study.Study): string => {
  const answers = slips(study.scenario).flatMap((slip) => problemText(ScenarioSchema.parse(slip)))
  const table = Table.toText(study, "en").trimEnd()
  return ["Two slips of the pen, and the answers:", ...answers, "", table].join("\n")
}

const report = async (): Promise<string> => textOf(await simulate(await load()))

/** What the README shows. */
export const outputs = [report] as const

/** True when Node was started with this file, not when a test or another program imports it. */
const { main: isMain }: { readonly url: string; readonly main?: boolean } = import.meta
if (isMain === true) console.log(await report())
