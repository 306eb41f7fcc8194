/**
 * The limits of boards: how long they may stand, how long those listed may correct them first, which
 * counts are too small to show and which units too small to name.
 */
import type { Provenance } from "@wangge/facts"
import { Retention, Suppression } from "@wangge/privacy"

/**
 * The limits of boards; days are of 86,400 seconds.
 *
 * @category terms
 * @since 0.1.0
 */
export interface BoardTerms {
  readonly daysMax: number
  readonly correctionDays: number
  readonly countMin: number
  readonly unitPersonsMin: number
  readonly provenance: Readonly<
    Record<"daysMax" | "correctionDays" | "countMin" | "unitPersonsMin", Provenance.Provenance>
  >
}

/**
 * The terms unless a locality sets its own: at most three months, five days to correct, no count
 * below ten, no unit of fewer than three persons.
 *
 * ```ts
 * import { BoardTerms } from "@wangge/evaluation"
 *
 * BoardTerms.defaults.daysMax // => 89
 * ```
 *
 * @source none: assumed, the reason stands beside each
 * @category terms
 * @since 0.1.0
 */
export const defaults: BoardTerms = {
  daysMax: Retention.publicationDaysMax,
  correctionDays: 5,
  countMin: Suppression.thresholdDefault,
  unitPersonsMin: 3,
  provenance: {
    daysMax: Retention.defaults.Publication.provenance,
    correctionDays: {
      kind: "assumed",
      reason: "a working week to look up the cases and answer before anybody else reads it"
    },
    countMin: { kind: "assumed", reason: "the threshold of small counts everywhere here" },
    unitPersonsMin: {
      kind: "assumed",
      reason: "in a unit of one or two everybody knows who is meant"
    }
  }
}
