/**
 * Which outcomes mostly repeat an assumption: each suspected assumption is switched by a tenth, the
 * same replications are run again on the same random numbers, and the outcomes are watched. An
 * outcome that moves nearly in proportion says little more than the assumption itself.
 */
import { table } from "./internal/suspectTable.ts"
import type * as Outcome from "./Outcome.ts"
import type * as Replication from "./Replication.ts"
import type * as Scenario from "./Scenario.ts"

/**
 * One assumption that was switched, and one outcome that followed it.
 *
 * `from` and `to` are the assumption before and after; `elasticity` is the relative change of the
 * outcome divided by the relative change of the assumption.
 *
 * @category probes
 * @since 0.1.0
 */
export interface Finding {
  readonly assumption: string
  readonly label: { readonly en: string; readonly zh: string }
  readonly from: number
  readonly to: number
  readonly outcome: Outcome.Id
  readonly elasticity: number
}

/**
 * An outcome counts as input-determined when its elasticity lies between these two: it follows the
 * assumption nearly in proportion. A larger one says that the model multiplies the change.
 *
 * @source none: assumed, from four fifths of proportional to half as much again; satisfaction, which
 *   repeats the share that is satisfied when all went well, follows it at about 1.25
 * @category probes
 * @since 0.1.0
 */
export const elasticityRange = { min: 0.8, max: 1.5 } as const

/**
 * How many replications each switch is run for; common random numbers make few enough.
 *
 * @source none: assumed
 * @category probes
 * @since 0.1.0
 */
export const replicationCount = 2

/**
 * An assumption under suspicion: how to read it and how to switch it by a tenth.
 *
 * @category probes
 * @since 0.1.0
 */
export interface Suspect {
  readonly assumption: string
  readonly label: { readonly en: string; readonly zh: string }
  /** The assumption in a scenario. */
  readonly read: (scenario: Scenario.Scenario) => number
  /** The scenario with the assumption switched. */
  readonly switch: (scenario: Scenario.Scenario) => Scenario.Scenario
}

/**
 * The assumptions that are switched in every study.
 *
 * @source none: those that domain reasoning says outcomes might merely repeat
 * @category probes
 * @since 0.1.0
 */
export const suspects: ReadonlyArray<Suspect> = table

/**
 * What a switch did: every outcome whose elasticity, in either direction, lies in
 * {@link elasticityRange} over all replications together, and goes the same way by at least half of
 * its lower end in each replication by itself. The second condition keeps out outcomes that a handful
 * of cases moves by chance.
 *
 * `before` and `after` are the same replications without and with the switch. A switch of an
 * assumption that is 0 finds nothing.
 *
 * @category probes
 * @since 0.1.0
 */
export const findings = (
  one: Suspect,
  scenario: Scenario.Scenario,
  before: ReadonlyArray<Replication.Replication>,
  after: ReadonlyArray<Replication.Replication>
): ReadonlyArray<Finding> => {
  const from = one.read(scenario)
  const to = one.read(one.switch(scenario))
  if (from === 0 || from === to || before.length === 0) return []
  const switchedBy = (to - from) / from
  const ids = Object.keys(before[0]!.outcomes).filter(
    (id): id is Outcome.Id => id in before[0]!.outcomes
  )
  return ids.flatMap((outcome) => {
    const elasticityOf = (
      old: ReadonlyArray<Replication.Replication>,
      fresh: ReadonlyArray<Replication.Replication>
    ): number => (meanOf(fresh, outcome) / meanOf(old, outcome) - 1) / switchedBy
    const elasticity = elasticityOf(before, after)
    const size = Math.abs(elasticity)
    if (!(size >= elasticityRange.min && size <= elasticityRange.max)) return []
    const isSteady = before.every((run, index) => {
      const own = elasticityOf([run], after.slice(index, index + 1))
      return own * Math.sign(elasticity) >= elasticityRange.min / 2
    })
    if (!isSteady) return []
    return [{ assumption: one.assumption, label: one.label, from, to, outcome, elasticity }]
  })
}

const meanOf = (runs: ReadonlyArray<Replication.Replication>, id: Outcome.Id): number =>
  runs.reduce((sum, run) => sum + run.outcomes[id], 0) / runs.length
