/** A study from its runs and what they say. */
import { EventHash, RandomStreams } from "@wangge/des"
import type { Study } from "../NetworkStudy.ts"
import type { StudyRules } from "../StudyRules.ts"

/** A study that is on its way. */
export const of = ({
  plan,
  settings,
  seed,
  rules,
  runs,
  measures,
  isPrecise,
  progress
}: Pick<Study, "plan" | "settings" | "seed" | "runs" | "measures" | "isPrecise" | "progress"> & {
  readonly rules: StudyRules
}): Study => {
  const hash = EventHash.make()
  for (const one of runs) hash.addText(one.hash)
  return {
    state: "running",
    plan,
    settings,
    seed,
    confidence: rules.confidence,
    measures,
    runs,
    isPrecise,
    runHash: hash.digest(),
    versions: { streams: RandomStreams.streamVersion },
    progress,
    checkpoint: null
  }
}
