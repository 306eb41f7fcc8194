/**
 * Which models of deliberation a locality uses, checked so that whoever follows one model to its
 * end has decided once, and has published what was decided.
 */
import type { DeliberationModel, ModelId } from "./DeliberationModel.ts"

/**
 * The models in use.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface DeliberationRules {
  readonly models: ReadonlyArray<DeliberationModel>
}

/**
 * Rules from the models in use.
 *
 * Throws a `RangeError` for no model, a model or a stage named twice, a model without exactly one
 * decision, with a publication or implementation before the decision, without a publication that is
 * always held after it, and for a quorum that its sides cannot reach.
 *
 * ```ts
 * import { DeliberationModel, DeliberationRules } from "@wangge/cases"
 *
 * DeliberationRules.compile([DeliberationModel.all.RedCouncil]).models.length // => 1
 * ```
 *
 * @source none: decision, then publication, in every model of the reports
 * @category deliberation
 * @since 0.1.0
 */
export const compile = (models: ReadonlyArray<DeliberationModel>): DeliberationRules => {
  if (models.length === 0) throw new RangeError("Expected at least one model of deliberation")
  if (new Set(models.map(({ id }) => id)).size !== models.length) {
    throw new RangeError("Expected every model of deliberation once")
  }
  for (const model of models) check(model)
  return { models }
}

const check = (model: DeliberationModel): void => {
  const { id, stages } = model
  if (new Set(stages.map(({ stage }) => stage)).size !== stages.length) {
    throw new RangeError(`Expected every stage of ${id} once`)
  }
  const decisions = stages.filter(({ kind }) => kind === "Decision")
  const decidedAt = stages.findIndex(({ kind }) => kind === "Decision")
  if (decisions.length !== 1 || decisions.some(({ onlyIfCarried }) => onlyIfCarried)) {
    throw new RangeError(`Expected exactly one decision in ${id}; got ${decisions.length}`)
  }
  const isEarly = stages.some(
    (stage, index) =>
      index < decidedAt &&
      (stage.onlyIfCarried || ["Publication", "Implementation", "Review"].includes(stage.kind))
  )
  if (isEarly) throw new RangeError(`${id} publishes or carries out before it decides`)
  const isPublished = stages.some((stage) => stage.kind === "Publication" && !stage.onlyIfCarried)
  if (!isPublished) throw new RangeError(`${id} never publishes what it decides`)
  for (const { stage, parties, quorum } of stages) {
    const { partyCountMin, presentCount, ofCount } = quorum
    const isReachable = partyCountMin >= 1 && partyCountMin <= new Set(parties).size
    if (!isReachable || presentCount < 0 || presentCount >= ofCount) {
      throw new RangeError(`The quorum of ${stage} in ${id} cannot be reached`)
    }
  }
}

/**
 * The model of an id, `undefined` where the locality does not use it.
 *
 * @category deliberation
 * @since 0.1.0
 */
export const modelOf = (rules: DeliberationRules, id: ModelId): DeliberationModel | undefined =>
  rules.models.find((model) => model.id === id)
