/**
 * Appeals against a result or a finding: filed by the unit in time, heard by somebody who did not
 * score, decided with reasons. An appeal is its history, to which events are only added; an upheld
 * one adds correcting facts, and the corrected ones stay where they are.
 */
import type { EvaluationFact } from "./EvaluationFact.ts"
import { notYet } from "./internal/notYet.ts"

export { notYet } from "./internal/notYet.ts"

/**
 * How an appeal can end. Append only.
 *
 * @source none: our own names
 * @category appeals
 * @since 0.1.0
 */
export const outcomes = ["Upheld", "PartlyUpheld", "Dismissed"] as const

/**
 * One of {@link outcomes}.
 *
 * @category appeals
 * @since 0.1.0
 */
export type Outcome = (typeof outcomes)[number]

/**
 * What the outcomes are called on a screen, in English and Chinese.
 *
 * @source none: the usual words
 * @category labels
 * @since 0.1.0
 */
export const outcomeLabels = {
  Upheld: { en: "upheld", zh: "支持" },
  PartlyUpheld: { en: "partly upheld", zh: "部分支持" },
  Dismissed: { en: "dismissed", zh: "不予支持" }
} as const

/**
 * What can happen to an appeal. `findingId` is the finding appealed against, `""` for the result of
 * the unit. `dueSec` is when it should be decided; `isLate` says that it was decided later.
 *
 * @category events
 * @since 0.1.0
 */
export type AppealEvent =
  | {
      readonly kind: "AppealFiled"
      readonly appealId: string
      readonly atSec: number
      readonly actorId: string
      readonly unitId: string
      readonly findingId: string
      readonly reason: string
      readonly dueSec: number
    }
  | {
      readonly kind: "HearerNamed"
      readonly appealId: string
      readonly atSec: number
      readonly actorId: string
      readonly hearerId: string
    }
  | {
      readonly kind: "AppealDecided"
      readonly appealId: string
      readonly atSec: number
      readonly actorId: string
      readonly outcome: Outcome
      readonly reason: string
      readonly corrections: ReadonlyArray<EvaluationFact>
      readonly isLate: boolean
    }
  | {
      readonly kind: "AppealWithdrawn"
      readonly appealId: string
      readonly atSec: number
      readonly actorId: string
      readonly reason: string
    }

/**
 * Everything that happened to one appeal, in order.
 *
 * @category appeals
 * @since 0.1.0
 */
export type History = ReadonlyArray<AppealEvent>

/**
 * What anybody may want of an appeal; each names who does it and when.
 *
 * @category commands
 * @since 0.1.0
 */
export type AppealCommand =
  | {
      readonly action: "FileAppeal"
      readonly appealId: string
      readonly atSec: number
      readonly actorId: string
      readonly unitId: string
      readonly findingId: string
      readonly reason: string
    }
  | {
      readonly action: "NameHearer"
      readonly appealId: string
      readonly atSec: number
      readonly actorId: string
      readonly hearerId: string
    }
  | {
      readonly action: "DecideAppeal"
      readonly appealId: string
      readonly atSec: number
      readonly actorId: string
      readonly outcome: Outcome
      readonly reason: string
      readonly corrections: ReadonlyArray<EvaluationFact>
    }
  | {
      readonly action: "WithdrawAppeal"
      readonly appealId: string
      readonly atSec: number
      readonly actorId: string
      readonly reason: string
    }

/**
 * How an appeal stands; a time of what has not happened is {@link notYet}, a person or reason
 * not yet there is `""`.
 *
 * @category appeals
 * @since 0.1.0
 */
export interface Standing {
  readonly appealId: string
  readonly unitId: string
  readonly findingId: string
  readonly status: "Filed" | "InHearing" | "Decided" | "Withdrawn"
  readonly filedSec: number
  readonly filedById: string
  readonly dueSec: number
  readonly hearerId: string
  readonly endedSec: number
  readonly outcome: Outcome | "None"
  readonly reason: string
  readonly isLate: boolean
  readonly lastSec: number
}

/**
 * How an appeal stands after its history; `"None"` before it is filed.
 *
 * @category appeals
 * @since 0.1.0
 */
export const standing = (history: History): Standing | "None" => {
  const filed = history.find((event) => event.kind === "AppealFiled")
  if (filed === undefined) return "None"
  const named = history.findLast((event) => event.kind === "HearerNamed")
  const decided = history.find((event) => event.kind === "AppealDecided")
  const withdrawn = history.find((event) => event.kind === "AppealWithdrawn")
  const ended = decided ?? withdrawn
  const running = named === undefined ? "Filed" : "InHearing"
  return {
    appealId: filed.appealId,
    unitId: filed.unitId,
    findingId: filed.findingId,
    status: decided ? "Decided" : withdrawn ? "Withdrawn" : running,
    filedSec: filed.atSec,
    filedById: filed.actorId,
    dueSec: filed.dueSec,
    hearerId: named?.hearerId ?? "",
    endedSec: ended?.atSec ?? notYet,
    outcome: decided?.outcome ?? "None",
    reason: ended?.reason ?? "",
    isLate: decided?.isLate ?? false,
    lastSec: history.at(-1)?.atSec ?? filed.atSec
  }
}

/**
 * The facts with the corrections of all decided appeals added; nothing is taken out. Superseding does
 * the rest (`EvaluationFact.supersedesId`).
 *
 * @category appeals
 * @since 0.1.0
 */
export const corrected = (
  facts: ReadonlyArray<EvaluationFact>,
  appeals: ReadonlyArray<History>
): ReadonlyArray<EvaluationFact> => [
  ...facts,
  ...appeals.flat().flatMap((event) => (event.kind === "AppealDecided" ? event.corrections : []))
]
