/**
 * Whether one run alone can be judged by its sections: it must be in steady state for most of the time,
 * which a day of opening hours is not.
 */
import * as NetworkLoad from "../NetworkLoad.ts"
import { endsByItself, runLength } from "./networkRunLength.ts"
import { prepare, type Request, sectionCountDefault } from "./networkRunPlan.ts"

/** The least share of what counts by the rule for a run without a horizon that is enough. */
const LENGTH_SHARE = 0.5

/**
 * The number of sections of a run that will be judged by itself: 20 where nobody gave a horizon or it is
 * at least half as far from the warm-up as by the rule of length, 0 where it is nearer, the load is too
 * high, or customers come only for a time.
 *
 * @source none: half the length that `NetworkRun.prepare` finds enough
 */
export const sectionCountAlone = (request: Request): number => {
  const { horizon, network } = request
  if (horizon === undefined) return sectionCountDefault
  const prepared = prepare(request)
  if (!prepared.ok || endsByItself(network)) return 0
  const load = NetworkLoad.make(network)
  if (load.problems.length > 0) return 0
  const { measures, warmUp } = prepared.value
  const length = runLength(network, load, measures)
  const counted = LENGTH_SHARE * (length.horizon - length.warmUp)
  return horizon - warmUp >= counted ? sectionCountDefault : 0
}
