/**
 * A dossier as a JSON object with a format name and a version: what other programs read, and what
 * `wangge evaluate --format json` prints. Exact numbers are texts such as `"737/972"`.
 */
import { EvaluationResult, Rational } from "@wangge/evaluation"
import type { EvaluationDossier } from "./EvaluationDossier.ts"

/**
 * The name of the format, as its `format` field says it.
 *
 * @category evaluation reports
 * @since 0.1.0
 */
export const format = "wangge-evaluation"

/**
 * The version of the format.
 *
 * @category evaluation reports
 * @since 0.1.0
 */
export const version = 1

/**
 * The dossier as data: everything for everybody, or for one unit only what concerns it: its result, its
 * level, its own interval, rank set, signals, cases and pay. Cuts then name other units only where these
 * are no persons.
 *
 * @category evaluation reports
 * @since 0.1.0
 */
export const of = (dossier: EvaluationDossier, unitId = ""): Readonly<Record<string, unknown>> => {
  const { result, bonus, signals } = dossier
  const own = ({ unitId: id }: { readonly unitId: string }): boolean =>
    unitId === "" || id === unitId
  const found = EvaluationResult.find(result, unitId)
  const isShown = (level: string): boolean =>
    unitId === "" || (found !== "None" && found.level === level)
  return {
    format,
    version,
    confidence: Rational.toText(dossier.confidence),
    result: exact({
      ...result,
      units: result.units.filter(own),
      levels: result.levels.filter(({ level }) => isShown(level))
    }),
    levels: dossier.levels
      .filter(({ level }) => isShown(level))
      .map(({ level, spans, spansTogether, ranks, funnels }) => ({
        level,
        intervals: exact(spans.filter(own)),
        intervalsTogether: exact(spansTogether.filter(own)),
        rankMethod: ranks === "None" ? null : ranks.method,
        ranks: ranks === "None" ? [] : ranks.units.filter(own),
        funnels: exact(
          funnels.map(({ indicatorId, funnel }) => ({
            indicatorId,
            target: funnel.target,
            tails: funnel.tails,
            interpolation: funnel.rules.interpolation,
            units: funnel.units.filter(own)
          }))
        )
      })),
    hairs: exact(dossier.hairs.filter(own)),
    signals: exact({
      rules: signals.rules,
      level: signals.level,
      correction: signals.correction,
      testCount: signals.signals.length + signals.quiet.length,
      tooFewCount: signals.tooFew.length,
      signals: signals.signals.filter(own)
    }),
    bonus:
      bonus === "None" ? null : exact(bonusOf(bonus, unitId, result.rules.unitKind === "Worker")),
    explanations: dossier.explanations.filter(own)
  }
}

/**
 * The JSON text of {@link of}: two spaces deep, one line break at the end.
 *
 * @category evaluation reports
 * @since 0.1.0
 */
export const toText = (dossier: EvaluationDossier, unitId = ""): string =>
  `${JSON.stringify(of(dossier, unitId), null, 2)}\n`

const bonusOf = (
  { label, plan }: Exclude<EvaluationDossier["bonus"], "None">,
  unitId: string,
  isPrivate: boolean
): unknown =>
  unitId === ""
    ? { label, ...plan }
    : {
        label,
        rules: plan.rules,
        basedOn: plan.basedOn,
        budgetFen: plan.budgetFen,
        overlap: plan.overlap,
        cuts: plan.cuts
          .filter(({ aboveIds, belowIds }) => [...aboveIds, ...belowIds].includes(unitId))
          .map((cut) => ({
            ...cut,
            aboveIds: cut.aboveIds.filter((id) => !isPrivate || id === unitId),
            belowIds: cut.belowIds.filter((id) => !isPrivate || id === unitId)
          })),
        lines: plan.lines.filter(({ role, unitIds }) => role === "Member" && unitIds[0] === unitId)
      }

/** Exact numbers as texts, everything else as it is. */
const exact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(exact)
  if (typeof value !== "object" || value === null) return value
  if (isRational(value)) return Rational.toText(value)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, exact(part)]))
}

const isRational = (value: object): value is Rational.Rational =>
  "numerator" in value && typeof value.numerator === "bigint"
