/**
 * The rules of lead-case contracts: the seven items of 四定三包, how often progress is noted, how often
 * the term may be extended.
 */
import { type Provenance, Seconds } from "@wangge/facts"

/**
 * The seven items, all required: four are fixed (leader, measures, time, responsibility), three are
 * guaranteed (investigation, handling, stability). Stability is read as lawful follow-up on the
 * dispute, not on any person.
 *
 * ```ts
 * import { LeadRules } from "@wangge/cases"
 *
 * LeadRules.items.length // => 7
 * ```
 *
 * @source Longxian report: 四定三包; the reading of "stability" is ours
 * @category lead-case contracts
 * @since 0.1.0
 */
export const items = [
  "Leader",
  "Measures",
  "Time",
  "Responsibility",
  "Investigation",
  "Handling",
  "Stability"
] as const

/**
 * The posts that a contract names, each by an opaque id: the leader, the responsible official, the
 * grid worker.
 *
 * @source Longxian report: 包案领导、社区责任干部、责任网格员
 * @category lead-case contracts
 * @since 0.1.0
 */
export const posts = ["Leader", "Official", "GridWorker"] as const

/**
 * One of {@link posts}.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export type Post = (typeof posts)[number]

/**
 * The numbers of a locality: a note on progress is due every `progressSec` calendar seconds, the
 * term may be extended `extensionCountMax` times.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface LeadRules {
  readonly progressSec: number
  readonly extensionCountMax: number
  readonly provenance: Readonly<Record<"progressSec" | "extensionCountMax", Provenance.Provenance>>
}

/**
 * Progress every week, one extension.
 *
 * @source none: no report states either number; both are assumed
 * @category lead-case contracts
 * @since 0.1.0
 */
export const base: LeadRules = {
  progressSec: Seconds.weekSec,
  extensionCountMax: 1,
  provenance: {
    progressSec: {
      kind: "assumed",
      reason: "the weekly joint meeting of Longxian asks how the contracts stand"
    },
    extensionCountMax: { kind: "assumed", reason: "as many as for a complex case" }
  }
}
