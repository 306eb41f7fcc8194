/** Every number of some rules, with its name for a reader and where it comes from. */
import type { EvaluationRules, PointScale, SourcedDecimal } from "@wangge/evaluation"
import type { Label } from "@wangge/facts"

/** A number of the rules: `path` is its place in the rule file. */
export interface RuleNumber {
  readonly path: string
  readonly number: SourcedDecimal.SourcedDecimal
  /** What it belongs to. */
  readonly label: Label.Label
}

/** All numbers of some rules in the order of the rule file. */
export const ruleNumbers = (rules: EvaluationRules.EvaluationRules): ReadonlyArray<RuleNumber> => [
  ...rules.indicators.map(({ id, label, sampleMin }) => ({
    path: `indicators.${id}.sampleMin`,
    number: sampleMin,
    label
  })),
  ...rules.parts.flatMap(({ indicatorId, scale, weight }) => {
    const label = rules.indicators.find(({ id }) => id === indicatorId)?.label ?? {
      en: indicatorId,
      zh: indicatorId
    }
    const path = `parts.${indicatorId}`
    return [
      { path: `${path}.weight`, number: weight, label },
      ...scaleNumbers(scale).map(([name, number]) => ({
        path: `${path}.scale.${name}`,
        number,
        label
      }))
    ]
  }),
  ...(rules.insufficient.rule === "Reweight"
    ? [
        {
          path: "insufficient.weightMin",
          number: rules.insufficient.weightMin,
          label: { en: "least weight measured", zh: "已测部分最低权重" }
        }
      ]
    : []),
  ...rules.adjustments.flatMap((adjustment) => {
    const path = `adjustments.${adjustment.id}`
    const found =
      adjustment.kind === "Veto"
        ? ([
            ["matterMin", adjustment.matterMin],
            ["scoreMax", adjustment.scoreMax]
          ] as const)
        : ([
            ["pointsEach", adjustment.pointsEach],
            ["pointsMax", adjustment.pointsMax]
          ] as const)
    return found.map(([name, number]) => ({
      path: `${path}.${name}`,
      number,
      label: adjustment.label
    }))
  }),
  ...bandNumbers(rules),
  {
    path: "appeal.days",
    number: rules.appeal.days,
    label: { en: "days to appeal", zh: "申诉天数" }
  }
]

const scaleNumbers = (
  scale: PointScale.PointScale
): ReadonlyArray<readonly [string, SourcedDecimal.SourcedDecimal]> =>
  scale.kind === "Goalposts"
    ? [
        ["zero", scale.zero],
        ["full", scale.full]
      ]
    : [["target", scale.target]]

const bandNumbers = ({ bands }: EvaluationRules.EvaluationRules): ReadonlyArray<RuleNumber> => [
  ...bands.bands.map(({ id, label, from }) => ({ path: `bands.${id}.from`, number: from, label })),
  ...(bands.hysteresis.kind === "None"
    ? []
    : [
        {
          path: "bands.hysteresis.fall",
          number: bands.hysteresis.fall,
          label: { en: "margin to fall", zh: "降等余量" }
        },
        {
          path: "bands.hysteresis.rise",
          number: bands.hysteresis.rise,
          label: { en: "margin to rise", zh: "升等余量" }
        }
      ]),
  ...bands.quotas.map(({ bandId, shareMax }) => ({
    path: `bands.quotas.${bandId}.shareMax`,
    number: shareMax,
    label: bands.bands.find(({ id }) => id === bandId)?.label ?? { en: bandId, zh: bandId }
  }))
]
