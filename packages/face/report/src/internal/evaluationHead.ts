/** The head of the page about an evaluation: who was evaluated, by which rules, with which warning. */
import { Rational } from "@wangge/evaluation"
import * as NumberText from "../NumberText.ts"
import { percent, periodText, scoreText } from "./evaluationText.ts"
import { unitKindOf, type View } from "./evaluationView.ts"
import { el, type Markup } from "./markup.ts"
import { ruleNumbers } from "./ruleNumbers.ts"
import { say } from "./say.ts"
import { sections, head as words } from "./wordsOfEvaluation.ts"

/** The title of the page in the view's language. */
export const evaluationTitle = (view: View): string => {
  const { dossier, lang } = view
  const period = periodText(dossier.period, lang)
  const rules = dossier.compiled.rules.label[lang]
  return view.unitId === ""
    ? say(lang, words.title, { rules, period })
    : say(lang, words.unitTitle, { unit: view.unitName(view.unitId), rules, period })
}

const kickerText = ({ dossier, lang }: View): string =>
  say(lang, words.kicker, {
    product: say(lang, words.product),
    period: periodText(dossier.period, lang)
  })

const headingText = (view: View): string => {
  const rules = view.dossier.compiled.rules.label[view.lang]
  if (view.unitId === "") return rules
  return say(view.lang, words.heading, { unit: view.unitName(view.unitId), rules })
}

/** Who was evaluated and what came of it, in a sentence. */
export const leadText = (view: View): string => {
  const { dossier, lang } = view
  const { units } = dossier.result
  const scored = units.filter(({ status }) => status === "Scored").length
  return say(lang, words.lead, {
    scored: NumberText.count(scored, lang),
    units: NumberText.count(units.length, lang),
    insufficient: NumberText.count(units.length - scored, lang),
    kind: unitKindOf(view),
    period: periodText(dossier.period, lang)
  })
}

/** What a score is not, and how much of the rules is assumed. */
export const warningText = ({ dossier, lang }: View): string => {
  const numbers = ruleNumbers(dossier.compiled.rules)
  const assumed = numbers.filter(({ number }) => number.provenance.kind === "assumed").length
  return say(lang, words.warning, { assumed, total: numbers.length })
}

/** Which rules exactly. */
export const rulesText = ({ dossier, lang }: View): string => {
  const { id, version, digest } = dossier.result.rules
  return say(lang, words.rules, { id, version, digest: digest.slice(0, digestShown) })
}

/** Enough of the digest to tell rules apart by eye; JSON has all of it. */
const digestShown = 16

/** Title, lead, warning, facts and menu. */
export const evaluationHead = (
  view: View,
  sectionIds: ReadonlyArray<keyof typeof sections>
): Markup => {
  const { lang } = view
  const title = evaluationTitle(view)
  return el(
    "header",
    {},
    el("p", { class: "product" }, kickerText(view)),
    el("h1", {}, headingText(view)),
    el("p", { class: "lead" }, leadText(view)),
    el("p", { class: "warning" }, warningText(view)),
    el(
      "dl",
      { class: "facts" },
      figures(view).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))
    ),
    el("p", {}, rulesText(view)),
    el(
      "nav",
      { class: "menu", "aria-label": title },
      sectionIds.map((id) => el("a", { href: `#${id}-${lang}` }, say(lang, sections[id])))
    )
  )
}

/** The figures in the head; those of a spread only where all units are of one level. */
const figures = (view: View): ReadonlyArray<readonly [string, string]> => {
  const { dossier, lang } = view
  const { units, facts, levels } = dossier.result
  const spread = levels.length === 1 ? (levels[0]?.spread ?? "None") : "None"
  return [
    [say(lang, words.units), NumberText.count(units.length, lang)],
    [
      say(lang, words.scored),
      NumberText.count(units.filter(({ status }) => status === "Scored").length, lang)
    ],
    [say(lang, words.given), NumberText.count(facts.given, lang)],
    [say(lang, words.counted), NumberText.count(facts.counted, lang)],
    ...(spread === "None"
      ? []
      : ([
          [say(lang, words.median), scoreText(spread.median, view.edges)],
          [say(lang, words.excellent), percent(spread.excellentShare, lang)],
          [
            say(lang, words.bits, {
              most: NumberText.decimal(spread.informationMaxBits, 2, lang)
            }),
            NumberText.decimal(spread.informationBits, 2, lang)
          ]
        ] as const))
  ]
}

/** The confidence of all intervals as percent. */
export const confidenceText = ({ dossier, lang }: View): string =>
  NumberText.share(Rational.toNumber(dossier.confidence), lang, 0)
