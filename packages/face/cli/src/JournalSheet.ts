/**
 * What a journal comes to, for the screen and for programs: entries, totals per unit, the head to
 * publish, and, after a verification, everything that is wrong.
 */

import { NumberText, Table } from "@wangge/report"
import {
  AuditProblem,
  type JournalHead,
  type JournalReport,
  Ledger,
  type PublishedHead,
  Totals,
  Unit
} from "@wangge/timebank"
import * as AmountText from "./AmountText.ts"
import type { Lang } from "./Lang.ts"

/**
 * The figures of a journal, at the second of its last entry.
 *
 * @category journals
 * @since 0.1.0
 */
export interface JournalSheet {
  readonly ledgerId: string
  readonly zone: string
  readonly lastSec: number
  readonly accountCount: number
  readonly totals: ReadonlyArray<Totals.Totals & { readonly unit: Unit.Unit }>
  readonly published: PublishedHead.PublishedHead
}

/**
 * The figures of a ledger that was read or made.
 *
 * @category journals
 * @since 0.1.0
 */
export const make = (of: {
  readonly head: JournalHead.JournalHead
  readonly ledger: Ledger.Ledger
  readonly published: PublishedHead.PublishedHead
}): JournalSheet => {
  const { head, ledger, published } = of
  const lastSec = Ledger.lastSec(ledger)
  const totals = Unit.list.map((unit) => ({ unit, ...Totals.of(ledger, unit, lastSec) }))
  const accountCount = Ledger.accountIds(ledger).length
  const { ledgerId, zone } = head
  return { ledgerId, zone, lastSec, accountCount, totals, published }
}

/**
 * The sheet as JSON; after a verification with `isSound`, the count of entries and every problem
 * with its words in both languages.
 *
 * @category journals
 * @since 0.1.0
 */
export const toJson = (sheet: JournalSheet, report?: JournalReport.Read): string =>
  JSON.stringify(report === undefined ? sheet : { ...verdictOf(report), ...sheet }, null, 2)

const verdictOf = (report: JournalReport.Read) => ({
  isSound: report.isSound,
  isTorn: report.isTorn,
  entryCount: report.entryCount,
  trustedUntil: report.trustedUntil,
  unsealedCount: report.unsealedCount,
  problems: report.problems.map((problem) => ({
    ...problem,
    words: AuditProblem.describe(problem)
  }))
})

/**
 * The sheet of a journal that was made: totals and head, and where it was left ("" for nowhere).
 *
 * @category journals
 * @since 0.1.0
 */
export const toText = (sheet: JournalSheet, file: string, lang: Lang): string => {
  const where = file === "" ? words.nowhere[lang] : `${words.left[lang]}${file}`
  return `${totalsText(sheet, lang)}\n${headText(sheet, lang)}\n${where}\n`
}

/**
 * The sheet of a journal that was verified: the verdict, the problems, the totals and the head. Where
 * something is broken, totals and head are left out: they would be those of half a journal.
 *
 * @category journals
 * @since 0.1.0
 */
export const toVerdict = (sheet: JournalSheet, report: JournalReport.Read, lang: Lang): string => {
  const { problems, entryCount, unsealedCount, chain } = report
  const heads = chain.links.filter(({ kind }) => kind === "Batch").length
  if (!report.isSound && !report.isTorn) {
    const lines = problems.map((problem) => AuditProblem.describe(problem)[lang])
    return [verdictWords.broken[lang], ...lines, ""].join("\n")
  }
  const said = [
    ...(report.isTorn ? problems.map((problem) => AuditProblem.describe(problem)[lang]) : []),
    filled(report.isTorn ? verdictWords.torn[lang] : verdictWords.sound[lang], {
      entries: NumberText.count(entryCount, lang),
      heads: NumberText.count(heads, lang)
    }),
    ...(unsealedCount === 0
      ? []
      : [filled(verdictWords.unsealed[lang], { count: NumberText.count(unsealedCount, lang) })])
  ]
  return `${said.join("\n")}\n\n${totalsText(sheet, lang)}\n${headText(sheet, lang)}\n`
}

const totalsText = (sheet: JournalSheet, lang: Lang): string => {
  const columns = parts.map((part) => ({ head: heads[part][lang], align: "right" }) as const)
  const rows = sheet.totals.map((totals) => [
    Unit.labels[totals.unit][lang],
    ...parts.map((part) => AmountText.ofUnit(totals[part], totals.unit, lang))
  ])
  const title = `${sheet.ledgerId}: ${AmountText.moment(sheet.lastSec, sheet.zone)} (${sheet.zone})`
  return `${title}\n\n${Table.align([{ head: "", align: "left" }, ...columns], rows)}`
}

const headText = ({ published }: JournalSheet, lang: Lang): string =>
  [
    filled(words.covers[lang], { count: NumberText.count(published.entryCount, lang) }),
    `  head ${published.head}`,
    `  root ${published.root}`
  ].join("\n")

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")

const parts = ["issued", "available", "onHold", "inPools", "redeemed", "expired"] as const

const heads = {
  issued: { en: "issued", zh: "已发行" },
  available: { en: "available", zh: "可用" },
  onHold: { en: "on hold", zh: "冻结" },
  inPools: { en: "in pools", zh: "公益池" },
  redeemed: { en: "redeemed", zh: "已兑换" },
  expired: { en: "expired", zh: "已过期" }
} as const

const words = {
  covers: {
    en: "To publish; it covers {count} entries:",
    zh: "供公布,涵盖{count}笔账目:"
  },
  left: { en: "The journal is in ", zh: "账本已写入" },
  nowhere: {
    en: "Name a FILE to keep the journal: wangge timebank demo journal.jsonl",
    zh: "如需保留账本,请写明文件:wangge timebank demo journal.jsonl"
  }
} as const

const verdictWords = {
  sound: {
    en: "Sound: {entries} entries, each decided again as it stands; {heads} heads, each as computed.",
    zh: "完好:{entries}笔账目逐笔重新裁定,均与账面一致;{heads}个链头均与计算相符。"
  },
  torn: {
    en: "Without that line: {entries} entries, each decided again as it stands; {heads} heads, each as computed.",
    zh: "除该行外:{entries}笔账目逐笔重新裁定,均与账面一致;{heads}个链头均与计算相符。"
  },
  unsealed: {
    en: "The last {count} entries are not covered by a head yet.",
    zh: "最后{count}笔账目尚无链头覆盖。"
  },
  broken: { en: "BROKEN", zh: "账本有误" }
} as const
