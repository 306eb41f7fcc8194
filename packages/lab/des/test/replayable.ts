/**
 * Properties over random networks whose failures end with one line that replays them.
 */
import * as fc from "fast-check"

const { WANGGE_RUNS, WANGGE_SEED, WANGGE_PATH } = process.env

/** Whether somebody asked for a campaign, and wants to see how it went. */
export const isCampaign = WANGGE_RUNS !== undefined

/** Room for a campaign, and for shrinking what a short run finds. */
export const enoughMs = 3_600_000

/** Tries a property so often at least, or as often as a campaign asks; fails with a line to replay. */
export const assertReplayable = <Values>(
  property: fc.IPropertyWithHooks<Values>,
  options: { readonly file: string; readonly runs: number }
): void => {
  const details = fc.check(property, {
    numRuns: Math.max(options.runs, Number(WANGGE_RUNS ?? 0)),
    seed: Number(WANGGE_SEED ?? 20_261_122),
    ...(WANGGE_PATH === undefined ? {} : { path: WANGGE_PATH })
  })
  if (!details.failed) return
  const replay = `WANGGE_SEED=${details.seed} WANGGE_PATH=${details.counterexamplePath}`
  const cause = details.errorInstance
  throw new Error(
    `${fc.defaultReportMessage(details)}\n` +
      `${cause instanceof Error ? cause.message : String(cause)}\n` +
      `Replay: ${replay} npx vitest run packages/lab/des/test/${options.file}`
  )
}
