/**
 * The command that repeats a study. It names the locality where the scenario is that locality's
 * preset but for the number of days, and the scenario file otherwise.
 */
import { Preset, type Study } from "@wangge/simulator"

/** How a study can be repeated. */
export interface Repeat {
  readonly command: string
  /** Whether the scenario is its locality's preset, whatever its days. */
  readonly isPreset: boolean
}

/** How to repeat a study. Cost: makes the locality's preset once. */
export const of = (study: Study.Study): Repeat => {
  const { scenario } = study
  const preset = Preset.find(scenario.locality)
  const isPreset =
    preset !== undefined &&
    canonical({ ...preset, calendar: { ...preset.calendar, days: scenario.calendar.days } }) ===
      canonical(scenario)
  const what = isPreset ? `${scenario.locality} --days ${scenario.calendar.days}` : "scenario.json"
  return {
    command: `wangge simulate ${what} --replications ${study.replications} --seed ${study.seed}`,
    isPreset
  }
}

/** JSON with the keys of every record in alphabetical order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part
  )
