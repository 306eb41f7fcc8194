/**
 * The parts of a profile beyond its moves and limits: which clock each promise runs on and what
 * happens at its end, which scores send a case up, which side processes an action waits for, and
 * at which level an actor has to stand. They are read as part of `CaseProfile`.
 */
import type { Label, Provenance } from "@wangge/facts"
import type { CaseAction } from "./CaseAction.ts"
import type { MatterKind } from "./MatterKind.ts"
import type { SideProcess } from "./SideProcess.ts"

/**
 * What happens when a clock of a case runs out: the light turns red, the case goes up one level, a
 * notice goes out, or a finding names the unit. What comes later in the list includes no other.
 * Append only, never reorder or reuse a position.
 *
 * @source Helong, article by the city party committee's organisation department, undated: an
 * unhandled request lights up and those at fault are held to account; the list is ours
 * @category clocks
 * @since 0.1.0
 */
export const endActs = ["Light", "Notice", "Escalate", "Finding"] as const

/**
 * One of {@link endActs}.
 *
 * @category clocks
 * @since 0.1.0
 */
export type EndAct = (typeof endActs)[number]

/**
 * What each act at the end of a clock is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const endActLabels: Readonly<Record<EndAct, Label.Label>> = {
  Light: { en: "the light turns red", zh: "亮红灯" },
  Notice: { en: "a notice goes out", zh: "发出提醒" },
  Escalate: { en: "the case goes one level up", zh: "上报一级" },
  Finding: { en: "a finding names the unit", zh: "记入问责" }
}

/**
 * The scores above which a level gives a case up: any one score above its threshold sends the case
 * exactly one level up. Scores and thresholds are whole numbers from 0 to 100.
 *
 * @source Jiyang, 社区"五大体系"建设 case, 29 Oct 2018: matters are filtered by cost, conflict and
 * difficulty; the scale from 0 to 100 is ours
 * @category thresholds
 * @since 0.1.0
 */
export interface Threshold {
  readonly cost: number
  readonly conflict: number
  readonly difficulty: number
  readonly provenance: Provenance.Provenance
}

/**
 * What a gate asks of the side processes of a case before its action: that one of the kind was
 * `Opened` at all, that one is `Closed` and none of the kind is open, that one closed with a
 * `Decided` result, or that there is and will be none (`Forbidden`). Append only.
 *
 * @source none: our own names
 * @category gates
 * @since 0.1.0
 */
export const gateRules = ["Opened", "Closed", "Decided", "Forbidden"] as const

/**
 * One of {@link gateRules}.
 *
 * @category gates
 * @since 0.1.0
 */
export type GateRule = (typeof gateRules)[number]

/**
 * What each rule is called on a screen, after the name of a side process.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const gateRuleLabels: Readonly<Record<GateRule, Label.Label>> = {
  Opened: { en: "opened", zh: "已启动" },
  Closed: { en: "closed", zh: "已办结" },
  Decided: { en: "decided", zh: "已有决议" },
  Forbidden: { en: "not opened", zh: "未启动" }
}

/**
 * What an action asks of side processes. `matterKinds` are the kinds of matter for which the gate
 * stands, empty for all; for triage and reclassifying the kind that the command gives counts. A
 * gate on `OpenSideProcess` looks only at commands that open its own kind of process.
 *
 * @category gates
 * @since 0.1.0
 */
export interface Gate {
  readonly action: CaseAction
  readonly matterKinds: ReadonlyArray<MatterKind>
  readonly process: SideProcess
  readonly rule: GateRule
}

/**
 * At which level the actor has to stand, seen from the level at which the case stands: `Own`, or
 * `Above`, exactly one level up (at the top level, the top itself). Append only.
 *
 * @source none: our own names
 * @category moves
 * @since 0.1.0
 */
export const actorLevelRules = ["Own", "Above"] as const

/**
 * One of {@link actorLevelRules}.
 *
 * @category moves
 * @since 0.1.0
 */
export type ActorLevelRule = (typeof actorLevelRules)[number]
