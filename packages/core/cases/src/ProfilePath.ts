/**
 * A way through the life cycle of a profile, from the report on: what the static checker shows as a
 * counter-example, and what a test can play with real commands. A step names the action and what of
 * the command matters; all else is given.
 */
import type { Label } from "@wangge/facts"
import * as CaseAction from "./CaseAction.ts"
import * as CaseRole from "./CaseRole.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as HandlingLevel from "./HandlingLevel.ts"
import * as MatterKind from "./MatterKind.ts"
import * as SideProcess from "./SideProcess.ts"

/**
 * One step: `action` by somebody in one of the roles `by` (empty: anyone), after which the case
 * stands in `status` at `level` as a matter of `matterKind`.
 *
 * `process` is the kind of side process that was opened or closed. `holds` says whether the condition
 * of the step held: a score above its threshold, a split that ends the case, a check that refutes, an
 * answer that reopens, an appeal upheld, a side process closed with a decision; `false` elsewhere.
 * `isUnitGiven` is `false` where the command left the responsible unit empty.
 *
 * @category paths
 * @since 0.1.0
 */
export interface Step {
  readonly action: CaseAction.CaseAction
  readonly by: ReadonlyArray<CaseRole.CaseRole>
  readonly status: CaseStatus.CaseStatus
  readonly level: HandlingLevel.HandlingLevel
  readonly matterKind: MatterKind.MatterKind
  readonly process: SideProcess.SideProcess | "None"
  readonly holds: boolean
  readonly isUnitGiven: boolean
}

/**
 * Steps in order, the report first; empty where there is no way.
 *
 * @category paths
 * @since 0.1.0
 */
export type ProfilePath = ReadonlyArray<Step>

/** What a step says beyond its action when its condition holds. */
const conditionWords: Readonly<Partial<Record<CaseAction.CaseAction, Label.Label>>> = {
  Assess: { en: "above a threshold", zh: "超过阈值" },
  Split: { en: "nothing left", zh: "原案不再保留" },
  Check: { en: "refuted", zh: "核查不通过" },
  RecordFollowUp: { en: "not resolved", zh: "未解决" },
  DecideAppeal: { en: "upheld", zh: "申诉成立" },
  CloseSideProcess: { en: "with a decision", zh: "已有决议" }
}

/** What the words of a step are put together with. */
const joints = {
  by: { en: " by ", zh: "由" },
  or: { en: " or ", zh: "或" },
  noUnit: { en: "no responsible unit", zh: "未写责任单位" }
} as const satisfies Readonly<Record<string, Label.Label>>

/** Actions whose level and kind of matter the command chooses. */
const chooses: ReadonlyArray<CaseAction.CaseAction> = ["Triage", "Reclassify"]

const details = (step: Step, language: keyof Label.Label): ReadonlyArray<string> => {
  const condition = step.holds ? conditionWords[step.action] : undefined
  const isSorted = chooses.includes(step.action) && step.matterKind !== "Unsorted"
  return [
    ...(step.process === "None" ? [] : [SideProcess.labels[step.process][language]]),
    ...(isSorted ? [MatterKind.labels[step.matterKind][language]] : []),
    ...(step.action === "Triage" ? [HandlingLevel.labels[step.level][language]] : []),
    ...(condition === undefined ? [] : [condition[language]]),
    ...(step.isUnitGiven ? [] : [joints.noUnit[language]])
  ]
}

const inOneLanguage = (step: Step, language: keyof Label.Label): string => {
  const isChinese = language === "zh"
  const roles = step.by.map((role) => CaseRole.labels[role][language]).join(joints.or[language])
  const who = roles === "" ? "" : `${joints.by[language]}${roles}`
  const what = CaseAction.labels[step.action][language]
  const more = details(step, language).join(isChinese ? "、" : ", ")
  const status = CaseStatus.labels[step.status][language]
  const order = isChinese ? `${who}${what}` : `${what}${who}`
  const aside = isChinese ? `(${more})` : ` (${more})`
  return `${order}${more === "" ? "" : aside} → ${status}`
}

/**
 * A path in words, in English and Chinese: one clause per step, with the status after it.
 *
 * ```ts
 * import { ProfilePath } from "@wangge/cases"
 *
 * ProfilePath.describe([
 *   {
 *     action: "Report", by: [], status: "Reported", level: "Grid", matterKind: "Unsorted",
 *     process: "None", holds: false, isUnitGiven: true
 *   }
 * ]).en
 * // => "report → reported"
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (path: ProfilePath): Label.Label => ({
  en: path.map((step) => inOneLanguage(step, "en")).join("; "),
  zh: path.map((step) => inOneLanguage(step, "zh")).join(";")
})
