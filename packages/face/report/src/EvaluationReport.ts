/**
 * The report of an evaluation as one HTML file, for everybody or for one unit: scores and how sure
 * they are, bands with their spread, funnels, signals, bonus, and how to appeal. In the look of the
 * simulation report, both languages with a switch, nothing loaded from any network.
 */
import { EvaluationResult } from "@wangge/evaluation"
import type { EvaluationDossier } from "./EvaluationDossier.ts"
import { bonusSection } from "./internal/bonusSection.ts"
import { evaluationHead, evaluationTitle } from "./internal/evaluationHead.ts"
import { appealSection, factSection, ruleSection } from "./internal/evaluationRest.ts"
import { levelsOf, type View, viewOf } from "./internal/evaluationView.ts"
import { el, type Markup } from "./internal/markup.ts"
import { languageTag, pageOf } from "./internal/page.ts"
import { say } from "./internal/say.ts"
import { bandSection, funnelSection, scoreSection } from "./internal/scoreSection.ts"
import { signalSection } from "./internal/signalSection.ts"
import { folded } from "./internal/table.ts"
import { unitBody, unitShort } from "./internal/unitSection.ts"
import { sections } from "./internal/wordsOfEvaluation.ts"
import { unit as words } from "./internal/wordsOfUnitScore.ts"
import type { Language } from "./NumberText.ts"

/**
 * Units are told line by line, each in a folded box, up to this many; a reader of more asks for one.
 *
 * @source none: about as many as one prints
 * @category evaluation reports
 * @since 0.1.0
 */
export const unitsToldMax = 60

/**
 * What can be chosen about a report.
 *
 * @category evaluation reports
 * @since 0.1.0
 */
export interface Options {
  /** The language shown first; a reader can switch. English unless told otherwise. */
  readonly lang?: Language
  /** The unit that the report is for; everybody unless told otherwise. */
  readonly unitId?: string
}

/**
 * The report as a whole HTML page.
 *
 * A report for one unit begins with that unit, names the others only where they are no persons, and
 * shows nobody else's pay or signals. Every text is escaped; equal dossiers give equal bytes. Throws a
 * `RangeError` for a unit that the dossier has not.
 *
 * ```ts
 * import { EvaluationPeriod, EvaluationPreset, SignalRules } from "@wangge/evaluation"
 * import { EvaluationDossier, EvaluationReport } from "@wangge/report"
 *
 * const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 86_400 })
 * const gathering = EvaluationDossier.gather({
 *   rules: EvaluationPreset.helong, facts: [], period, signals: SignalRules.usual, payment: "None"
 * })
 * const page = gathering.ok ? EvaluationReport.toHtml(gathering.dossier, { lang: "zh" }) : ""
 * page.includes("如何申诉") // => true
 * ```
 *
 * @category evaluation reports
 * @since 0.1.0
 */
export const toHtml = (dossier: EvaluationDossier, options: Options = {}): string => {
  const unitId = options.unitId ?? ""
  if (unitId !== "" && EvaluationResult.find(dossier.result, unitId) === "None") {
    throw new RangeError(`The dossier has no unit ${unitId}`)
  }
  return pageOf({
    lang: options.lang ?? "en",
    titleOf: (lang) => evaluationTitle(viewOf(dossier, lang, unitId)),
    articleOf: (lang) => article(viewOf(dossier, lang, unitId))
  })
}

type SectionId = keyof typeof sections

const article = (view: View): Markup => {
  const parts = partsOf(view)
  return el(
    "article",
    { class: `page ${view.lang}`, lang: languageTag[view.lang] },
    evaluationHead(
      view,
      parts.map(([id]) => id)
    ),
    parts.map(([, section]) => section)
  )
}

const partsOf = (view: View): ReadonlyArray<readonly [SectionId, Markup]> => {
  const { bonus, result } = view.dossier
  const isOne = view.unitId !== ""
  const isTold = result.units.length <= unitsToldMax
  return [
    ...(isOne ? [["unit", ownSection(view)] as const] : []),
    ["scores", scoreSection(view)],
    ["bands", bandSection(view)],
    ["funnels", funnelSection(view)],
    ...(!isOne && isTold ? [["units", unitsSection(view)] as const] : []),
    ["signals", signalSection(view)],
    ...(bonus === "None" ? [] : [["bonus", bonusSection(view, bonus)] as const]),
    ["facts", factSection(view)],
    ["rules", ruleSection(view)],
    ["appeal", appealSection(view)]
  ]
}

const ownSection = (view: View): Markup => {
  const unit = EvaluationResult.find(view.dossier.result, view.unitId)
  return el(
    "section",
    { id: `unit-${view.lang}` },
    el("h2", {}, say(view.lang, sections.unit)),
    unit === "None" ? null : el("p", { class: "lead" }, unitShort(view, unit)),
    unit === "None" ? null : unitBody(view, unit)
  )
}

const unitsSection = (view: View): Markup => {
  const shown = new Set(levelsOf(view).map(({ level }) => level))
  const units = view.dossier.result.units.filter(({ level }) => shown.has(level))
  return el(
    "section",
    { id: `units-${view.lang}` },
    el("h2", {}, say(view.lang, sections.units)),
    el("p", {}, say(view.lang, words.listed)),
    units.map((unit) => folded(unitShort(view, unit), unitBody(view, unit)))
  )
}
