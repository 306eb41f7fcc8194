/**
 * Where the working time goes: one bar per kind of worker, hours on shift split into work on cases
 * (solid), fixed duties (hatched) and free time (white).
 */
import { Replication, type Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { type Child, el, type Markup } from "./markup.ts"
import * as Plot from "./plot.ts"
import { say } from "./say.ts"
import * as Spread from "./spread.ts"
import { folded, table } from "./table.ts"
import { pixelsOf } from "./textWidth.ts"
import { general, workers as words, workerKinds } from "./wordsOfPlots.ts"

type Lang = NumberText.Language

/** One kind of worker over the replications. */
interface Kind {
  readonly name: string
  readonly people: number | null
  readonly availableHours: number | null
  readonly caseHours: number | null
  readonly dutyHours: number | null
  readonly overtimeHours: number | null
  readonly gini: number | null
  /** Shares of the hours on shift; null where there are none. */
  readonly caseShare: number | null
  readonly dutyShare: number | null
  readonly usedShare: number | null
}

const width = 960
const left = 210
const right = 660
const top = 34
const rowHeight = 54

/** The figure of use of time by kind of worker, with its table. */
export const workerPlot = (study: Study.Study, lang: Lang): Markup => {
  const kinds = Replication.workerKinds.map((kind) => kindOf(study, kind, lang))
  const hatchId = `duty-hatch-${lang}`
  return Plot.figure({
    id: `workers-${lang}`,
    lang,
    title: say(lang, words.title),
    caption: say(lang, words.caption, {
      replications: NumberText.count(study.replications, lang),
      words: kinds
        .filter((kind) => kind.usedShare !== null)
        .map((kind) =>
          say(lang, words.words, { kind: kind.name, total: NumberText.share(kind.usedShare, lang) })
        )
        .join(lang === "en" ? " " : "")
    }),
    width,
    height: top + rowHeight * kinds.length + 52,
    content: [
      el("defs", {}, Plot.hatch(hatchId)),
      key(hatchId, lang),
      axis(kinds.length, lang),
      kinds.map((kind, index) => kindRow(kind, top + rowHeight * index, hatchId, lang))
    ],
    more: folded(say(lang, general.numbers), kindTable(kinds, lang))
  })
}

const kindOf = (study: Study.Study, kind: Replication.WorkerKind, lang: Lang): Kind => {
  const mean = (pick: (use: Replication.UseOfTime) => number): number | null =>
    Spread.over(study, (run) => pick(run.useByWorkerKind[kind]))?.mean ?? null
  return {
    name: say(lang, workerKinds[kind]),
    people: mean((use) => use.workerCount),
    availableHours: mean((use) => use.availableHours),
    caseHours: mean((use) => use.caseHours),
    dutyHours: mean((use) => use.dutyHours),
    overtimeHours: mean((use) => use.overtimeHours),
    gini: mean((use) => use.gini),
    caseShare: mean((use) => use.caseHours / use.availableHours),
    dutyShare: mean((use) => use.dutyHours / use.availableHours),
    usedShare: mean((use) => (use.caseHours + use.dutyHours) / use.availableHours)
  }
}

const x = Plot.linear([0, 1], [left, right])

const looks = (hatchId: string): ReadonlyArray<Readonly<Record<string, string | number>>> => [
  { fill: Plot.ink.dark, stroke: Plot.ink.dark },
  { fill: `url(#${hatchId})`, stroke: Plot.ink.dark },
  { fill: "#ffffff", stroke: Plot.ink.dark }
]

const key = (hatchId: string, lang: Lang): Child => {
  let place = left
  return [words.cases, words.duties, words.free].map((entry, index) => {
    const text = say(lang, entry)
    const start = place
    place += 22 + pixelsOf(text, 13) + 26
    return [
      Plot.box({ x: start, y: 6, width: 14, height: 12 }, looks(hatchId)[index] ?? {}),
      Plot.label(text, { x: start + 22, y: 17 })
    ]
  })
}

const axis = (rowCount: number, lang: Lang): Child => {
  const bottom = top + rowHeight * rowCount
  return [
    [0, 0.25, 0.5, 0.75, 1].map((tick) => [
      Plot.line([x(tick), top], [x(tick), bottom]),
      Plot.label(
        NumberText.share(tick, lang, 0),
        { x: x(tick), y: bottom + 18, anchor: "middle" },
        { fill: Plot.ink.quiet }
      )
    ]),
    Plot.label(
      say(lang, words.axis),
      { x: (left + right) / 2, y: bottom + 42, anchor: "middle" },
      { fill: Plot.ink.quiet }
    )
  ]
}

const kindRow = (kind: Kind, y: number, hatchId: string, lang: Lang): Child => {
  const people = say(lang, words.people, { count: NumberText.count(kind.people, lang) })
  return [
    Plot.label(kind.name, { x: left - 16, y: y + 25, anchor: "end" }, { "font-weight": 600 }),
    Plot.label(
      kind.people === 0 ? say(lang, words.nobody) : people,
      { x: left - 16, y: y + 41, anchor: "end" },
      { fill: Plot.ink.quiet, "font-size": 12 }
    ),
    bars(kind, y + 14, hatchId),
    rowWords(kind, y, lang)
  ]
}

const bars = (kind: Kind, y: number, hatchId: string): Child => {
  if (kind.caseShare === null || kind.dutyShare === null) return null
  const [solid = {}, hatched = {}, white = {}] = looks(hatchId)
  // Overtime can carry the work beyond the hours on shift; the bar stops at its end.
  const caseEnd = Math.min(1, kind.caseShare)
  const dutyEnd = Math.min(1, kind.caseShare + kind.dutyShare)
  return [
    Plot.box({ x: x(0), y, width: x(1) - x(0), height: 26 }, white),
    Plot.box({ x: x(caseEnd), y, width: x(dutyEnd) - x(caseEnd), height: 26 }, hatched),
    Plot.box({ x: x(0), y, width: x(caseEnd) - x(0), height: 26 }, solid)
  ]
}

const rowWords = (kind: Kind, y: number, lang: Lang): Child => {
  if (kind.usedShare === null) {
    return Plot.label(say(lang, words.noTime), { x: right + 24, y: y + 32 })
  }
  const hasOvertime = kind.overtimeHours !== null && kind.overtimeHours > 0
  return [
    Plot.label(
      say(lang, words.row, {
        cases: NumberText.share(kind.caseShare, lang),
        duties: NumberText.share(kind.dutyShare, lang),
        total: NumberText.share(kind.usedShare, lang)
      }),
      { x: right + 24, y: y + (hasOvertime ? 25 : 32) }
    ),
    hasOvertime
      ? Plot.label(
          say(lang, words.overtime, { hours: NumberText.count(kind.overtimeHours, lang) }),
          { x: right + 24, y: y + 42 },
          { fill: Plot.ink.quiet, "font-size": 12 }
        )
      : null
  ]
}

const kindTable = (kinds: ReadonlyArray<Kind>, lang: Lang): Markup =>
  table({
    caption: say(lang, words.table),
    columns: [
      { head: say(lang, words.kindHead) },
      ...[
        words.peopleHead,
        words.availableHead,
        words.caseHead,
        words.dutyHead,
        words.overtimeHead,
        words.giniHead
      ].map((head) => ({ head: say(lang, head), isNumber: true }))
    ],
    rows: kinds.map((kind) => [
      kind.name,
      NumberText.count(kind.people, lang),
      NumberText.count(kind.availableHours, lang),
      NumberText.count(kind.caseHours, lang),
      NumberText.count(kind.dutyHours, lang),
      NumberText.count(kind.overtimeHours, lang),
      NumberText.decimal(kind.gini, 2, lang)
    ])
  })
