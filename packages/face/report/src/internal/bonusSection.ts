/**
 * What a bonus would pay, with the units named that a cut parts although the data do not. A report for
 * one unit shows that unit's pay only.
 */
import { Bonus, BonusCut, BonusRules } from "@wangge/evaluation"
import * as NumberText from "../NumberText.ts"
import { yuan } from "./evaluationText.ts"
import type { View } from "./evaluationView.ts"
import { el, type Markup } from "./markup.ts"
import { say } from "./say.ts"
import { folded, table } from "./table.ts"
import { namesText } from "./unitSection.ts"
import { sections } from "./wordsOfEvaluation.ts"
import { bonus as words } from "./wordsOfUnitScore.ts"

/** More contested cuts than this are told in one sentence. */
const cutsListedMax = 6

type Bonused = Exclude<View["dossier"]["bonus"], "None">

/** What the plan is, which cuts are contested, who is left out, how the last fen went. */
export const bonusTexts = (view: View, { label, plan }: Bonused): ReadonlyArray<string> => {
  const { lang } = view
  const join = (ids: ReadonlyArray<string>): string => ids.join(lang === "en" ? ", " : "、")
  const isOne = view.unitId !== ""
  return [
    say(lang, words.explain, {
      rules: label[lang],
      budget: yuan(plan.budgetFen, lang),
      people: NumberText.count(plan.lines.length, lang)
    }),
    ...(plan.cuts.length === 0
      ? []
      : [say(lang, words.overlap, { rule: BonusRules.overlapLabels[plan.overlap][lang] })]),
    ...cutTexts(view, plan.cuts),
    ...(plan.outsiders.length === 0 || isOne
      ? []
      : [say(lang, words.outside, { people: join(plan.outsiders.map((one) => one.personId)) })]),
    ...(plan.tiedIds.length === 0 || isOne
      ? []
      : [say(lang, words.ties, { people: join(plan.tiedIds), raised: join(plan.raisedTiedIds) })])
  ]
}

const cutTexts = (view: View, cuts: ReadonlyArray<BonusCut.BonusCut>): ReadonlyArray<string> => {
  const { lang } = view
  if (cuts.length === 0) return [say(lang, words.noJump)]
  const contested = cuts.filter(BonusCut.isContested)
  if (contested.length === 0) return [say(lang, words.noCut)]
  if (contested.length > cutsListedMax) {
    const ids = new Set(contested.flatMap(({ aboveIds, belowIds }) => [...aboveIds, ...belowIds]))
    const units = namesText(view, [...ids].sort())
    return [say(lang, words.oneGroup, { count: contested.length, units })]
  }
  return contested.map(({ placeLast, aboveIds, belowIds }) =>
    say(lang, words.cut, {
      place: placeLast,
      above: namesText(view, aboveIds),
      below: namesText(view, belowIds)
    })
  )
}

/** One row for each unit that the reader may see, and the leads together. */
export const bonusRows = (view: View, { plan }: Bonused): ReadonlyArray<ReadonlyArray<string>> => {
  const { lang } = view
  const own = (unitId: string): boolean => view.unitId === "" || unitId === view.unitId
  const units = Bonus.payByUnit(plan).filter(({ unitId }) => own(unitId))
  const leads = view.unitId === "" ? plan.lines.filter(({ role }) => role === "Lead") : []
  const row = (name: string, fens: ReadonlyArray<number>): ReadonlyArray<string> => [
    name,
    NumberText.count(fens.length, lang),
    yuan(
      fens.reduce((sum, fen) => sum + fen, 0),
      lang
    ),
    eachText(fens, lang)
  ]
  return [
    ...units.map(({ unitId }) =>
      row(
        view.unitName(unitId),
        plan.lines.flatMap(({ role, unitIds, fen }) =>
          role === "Member" && unitIds[0] === unitId ? [fen] : []
        )
      )
    ),
    ...(leads.length === 0
      ? []
      : [
          row(
            say(lang, words.lead),
            leads.map(({ fen }) => fen)
          )
        ])
  ]
}

const eachText = (fens: ReadonlyArray<number>, lang: NumberText.Language): string => {
  const low = fens.reduce((least, fen) => Math.min(least, fen), Number.POSITIVE_INFINITY)
  const high = fens.reduce((most, fen) => Math.max(most, fen), 0)
  return low === high
    ? yuan(high, lang)
    : say(lang, words.eachRange, { low: yuan(low, lang), high: yuan(high, lang) })
}

/** The section of the bonus. */
export const bonusSection = (view: View, bonused: Bonused): Markup => {
  const { lang } = view
  const heads = [words.people, words.sum, words.each]
  return el(
    "section",
    { id: `bonus-${lang}` },
    el("h2", {}, say(lang, sections.bonus)),
    bonusTexts(view, bonused).map((text) => el("p", {}, text)),
    table({
      caption: say(lang, words.table),
      columns: [
        { head: say(lang, words.unit) },
        ...heads.map((head) => ({ head: say(lang, head), isNumber: true }))
      ],
      rows: bonusRows(view, bonused)
    }),
    view.unitId === "" ? personTable(view, bonused) : null
  )
}

const personTable = (view: View, { plan }: Bonused): Markup => {
  const { lang } = view
  return folded(
    say(lang, words.personTable),
    table({
      caption: "",
      columns: [
        { head: say(lang, words.person) },
        { head: say(lang, words.role) },
        { head: say(lang, words.unit) },
        { head: say(lang, words.pay), isNumber: true }
      ],
      rows: plan.lines.map(({ personId, role, unitIds, fen }) => [
        personId,
        say(lang, words[role]),
        unitIds.map(view.unitName).join(lang === "en" ? ", " : "、"),
        yuan(fen, lang)
      ])
    })
  )
}
