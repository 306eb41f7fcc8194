/**
 * The four models of deliberation as data: their stages in order, who takes part in each, which
 * quorum it has, and what it does (talk, decide, publish, carry out, review). A locality may change
 * a quorum or a side; the order and the kinds of stages are checked when rules are compiled.
 */
import type { Label, Provenance } from "@wangge/facts"
import type { DeliberationStage, Party } from "./DeliberationStage.ts"
import * as data from "./internal/deliberationData.ts"

/**
 * What a stage does. Append only.
 *
 * @source none: our own grouping
 * @category deliberation
 * @since 0.1.0
 */
export const stageKinds = [
  "Talk",
  "ThirdParty",
  "Decision",
  "Publication",
  "Implementation",
  "Review"
] as const

/**
 * One of {@link stageKinds}.
 *
 * @category deliberation
 * @since 0.1.0
 */
export type StageKind = (typeof stageKinds)[number]

/**
 * Who has to be there: at least `partyCountMin` of the sides of the stage, each with more than
 * `presentCount` of every `ofCount` of its members. `0` of `1` means that one person is enough, `1`
 * of `2` that more than half are there.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface Quorum {
  readonly partyCountMin: number
  readonly presentCount: number
  readonly ofCount: number
}

/**
 * One stage of a model.
 *
 * A stage that is not `isNamed` is none of those that the model counts by its name (the five of the
 * five-people method); it is there because every decision is published and carried out. A stage
 * that `onlyIfCarried` falls away when the decision goes against the item.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface ModelStage {
  readonly stage: DeliberationStage
  readonly kind: StageKind
  readonly parties: ReadonlyArray<Party>
  readonly quorum: Quorum
  readonly isNamed: boolean
  readonly onlyIfCarried: boolean
}

/**
 * The ids of the four models. Append only.
 *
 * @source Jiyang (1+X+1), Longxian (四议两公开, 五民), Bagongshan (红色议事会)
 * @category deliberation
 * @since 0.1.0
 */
export const ids = [
  "OnePlusXPlusOne",
  "FourDiscussionsTwoPublications",
  "FivePeople",
  "RedCouncil"
] as const

/**
 * One of {@link ids}.
 *
 * @category deliberation
 * @since 0.1.0
 */
export type ModelId = (typeof ids)[number]

/**
 * One model of deliberation.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface DeliberationModel {
  readonly id: ModelId
  readonly label: Label.Label
  readonly stages: ReadonlyArray<ModelStage>
  readonly provenance: {
    readonly stages: Provenance.Provenance
    readonly quorum: Provenance.Provenance
  }
}

/**
 * The four models.
 *
 * ```ts
 * import { DeliberationModel } from "@wangge/cases"
 *
 * DeliberationModel.all.FivePeople.stages.filter((stage) => stage.isNamed).length // => 5
 * ```
 *
 * @source see each model; all quorums are assumed and say so
 * @category deliberation
 * @since 0.1.0
 */
export const all: Readonly<Record<ModelId, DeliberationModel>> = data.all

/**
 * What a deliberation depends on beside the model: whether the item is important, and whether it
 * was carried, turned down, or not decided yet.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface Circumstance {
  readonly isImportant: boolean
  readonly outcome: "Open" | "Carried" | "TurnedDown"
}

/**
 * Whether a stage has to be held: the third-party opinion only for important items, and nothing
 * that is carried out when the item was turned down.
 *
 * @source Jiyang report: 在重要议题商增加第三方论证; the rest is ours
 * @category deliberation
 * @since 0.1.0
 */
export const isRequired = (stage: ModelStage, circumstance: Circumstance): boolean => {
  if (stage.kind === "ThirdParty") return circumstance.isImportant
  return !(stage.onlyIfCarried && circumstance.outcome === "TurnedDown")
}

/**
 * The required stages of a model that are not among `heldStages`, in order; with `beforeIndex` only
 * those that stand before it.
 *
 * @category deliberation
 * @since 0.1.0
 */
export const missingStages = (
  model: DeliberationModel,
  circumstance: Circumstance,
  heldStages: ReadonlyArray<DeliberationStage>,
  beforeIndex: number = model.stages.length
): ReadonlyArray<ModelStage> =>
  model.stages.filter(
    (stage, index) =>
      index < beforeIndex && isRequired(stage, circumstance) && !heldStages.includes(stage.stage)
  )
