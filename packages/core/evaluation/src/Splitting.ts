/**
 * Splitting (拆分事项): one matter is reported as many. The pieces have one type and one place and
 * come one right after the other, so that in the order of time a unit's matters of a type stand
 * together in fewer, longer runs than chance would leave them.
 */
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import * as ExactDistribution from "./ExactDistribution.ts"
import { byUnit, groupedBy } from "./internal/markedMatters.ts"
import type { SignalMatter, SignalMatters } from "./SignalMatter.ts"
import type { CompiledSignalRules } from "./SignalRules.ts"
import * as SignalTest from "./SignalTest.ts"

/**
 * One test for each unit that closed something opened in the period: how many runs its matters form
 * among all matters of the same type and pool, in the order of opening, by the exact distribution of
 * runs, the types and pools convolved.
 *
 * The test needs no window and no clock: if a whole town is busy at noon, so are the others it is
 * compared with. Matters of one second are ordered so that they form as many runs as possible. A burst
 * pipe that twenty people report to one unit rings too: that is for the inspection to see.
 *
 * @source A. Wald and J. Wolfowitz, On a test whether two samples are from the same population, Annals
 * of Mathematical Statistics 11, 1940, for runs; its use here is ours
 * @category signals
 * @since 0.1.0
 */
export const tests = (
  compiled: CompiledSignalRules,
  { matters, all }: SignalMatters,
  period: EvaluationPeriod
): ReadonlyArray<SignalTest.SignalTest> => {
  const stratumOf = ({ gridId, typeId }: SignalMatter): string =>
    JSON.stringify([compiled.rules.pool === "Grid" ? gridId : "", typeId])
  const isOpened = ({ openedSec }: SignalMatter): boolean =>
    openedSec !== "None" && period.fromSec <= openedSec && openedSec < period.untilSec
  const strata = groupedBy(all.filter(isOpened), stratumOf)
  for (const rows of strata.values()) rows.sort(byOpening)
  const taken = matters.filter((matter) => isOpened(matter) && matter.closedSec !== "None")
  return byUnit(taken).map(([unitId, own]) => {
    const ownIds = new Set(own.map(({ matterId }) => matterId))
    const parts: Array<ExactDistribution.ExactDistribution> = []
    const evidenceIds: Array<string> = []
    let sample = 0
    let observed = 0
    for (const stratum of new Set(own.map(stratumOf))) {
      const rows = strata.get(stratum) ?? []
      const found = runsOf(rows, ownIds)
      if (found.own === rows.length) continue
      parts.push(ExactDistribution.runs({ own: found.own, others: rows.length - found.own }))
      sample += found.own
      observed += found.runs
      evidenceIds.push(...found.together)
    }
    const { sampleMin } = compiled
    const given = { kind: "Splitting", unitId, sample, sampleMin, observed, tail: "Few" } as const
    return SignalTest.ofDistribution(compiled, { ...given, parts, evidenceIds })
  })
}

/** How many runs the own rows form, and which of them do not stand alone. */
const runsOf = (
  rows: ReadonlyArray<SignalMatter>,
  ownIds: ReadonlySet<string>
): { readonly own: number; readonly runs: number; readonly together: ReadonlyArray<string> } => {
  const together = new Set<string>()
  let own = 0
  let runs = 0
  let last = ""
  for (const { matterId } of spread(rows, ownIds)) {
    const isOwn = ownIds.has(matterId)
    if (isOwn) own += 1
    if (isOwn && last === "") runs += 1
    if (isOwn && last !== "") together.add(last).add(matterId)
    last = isOwn ? matterId : ""
  }
  return { own, runs, together: [...together] }
}

/** Rows of one second put so that own and other ones take turns as long as both last. */
const spread = (
  rows: ReadonlyArray<SignalMatter>,
  ownIds: ReadonlySet<string>
): ReadonlyArray<SignalMatter> => {
  const ordered: Array<SignalMatter> = []
  let isLastOwn = false
  for (let start = 0; start < rows.length; ) {
    let end = start + 1
    while (end < rows.length && rows[end]!.openedSec === rows[start]!.openedSec) end += 1
    const tied = rows.slice(start, end)
    const own = tied.filter(({ matterId }) => ownIds.has(matterId))
    const others = tied.filter(({ matterId }) => !ownIds.has(matterId))
    while (own.length + others.length > 0) {
      const isOwnNext: boolean = others.length === 0 || (own.length > 0 && !isLastOwn)
      ordered.push((isOwnNext ? own : others).shift()!)
      isLastOwn = isOwnNext
    }
    start = end
  }
  return ordered
}

const byOpening = (left: SignalMatter, right: SignalMatter): number =>
  Number(left.openedSec) - Number(right.openedSec) ||
  (left.matterId < right.matterId ? -1 : left.matterId > right.matterId ? 1 : 0)
