/**
 * A case profile as tables: its moves with who may make them and what they need, its statuses with the
 * locality's own words and the clocks that run, and its gates.
 */
import {
  CaseAction,
  CaseClock,
  CaseItem,
  CaseProfile,
  CaseRole,
  CaseStatus,
  HandlingLevel,
  MatterKind,
  ProfileGraph,
  SideProcess
} from "@wangge/cases"
import { Table } from "@wangge/report"
import type { Lang } from "./Lang.ts"

/**
 * A table before it is set: heads and rows of text.
 *
 * @category profiles
 * @since 0.1.0
 */
export interface Rows {
  readonly title: string
  readonly heads: ReadonlyArray<string>
  readonly body: ReadonlyArray<ReadonlyArray<string>>
}

/**
 * The tables of a profile: moves, statuses, gates; without gates the first two.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 * import { ProfileTable } from "wangge"
 *
 * ProfileTable.tables(CaseProfile.fiveStep, "en").map((table) => table.title)
 * // => ["Moves", "Statuses"]
 * ```
 *
 * @category profiles
 * @since 0.1.0
 */
export const tables = (profile: CaseProfile.CaseProfile, lang: Lang): ReadonlyArray<Rows> => [
  moves(profile, lang),
  statuses(profile, lang),
  ...(profile.gates.length === 0 ? [] : [gates(profile, lang)])
]

/**
 * The tables as aligned text under the name of the profile.
 *
 * @category profiles
 * @since 0.1.0
 */
export const toText = (profile: CaseProfile.CaseProfile, lang: Lang): string => {
  const title = `${profile.id}: ${profile.label[lang]}\n`
  const parts = tables(profile, lang).map(({ body, heads, title }) => {
    const columns = heads.map((head) => ({ head, align: "left" }) as const)
    return `\n${title}\n\n${Table.align(columns, body)}`
  })
  return title + parts.join("")
}

const comma = { en: ", ", zh: "、" } as const

const listed = (texts: ReadonlyArray<string>, lang: Lang): string => texts.join(comma[lang])

const moves = (profile: CaseProfile.CaseProfile, lang: Lang): Rows => ({
  title: words.moves[lang],
  heads: heads.moves[lang],
  body: profile.moves.map((move) => {
    const from = move.from.map((status) => CaseStatus.labels[status][lang])
    const roles = move.by.map((role) => CaseRole.labels[role][lang])
    const levels = move.atLevels.map((level) => HandlingLevel.labels[level][lang])
    const needs = (profile.needs[move.action] ?? []).map((item) => CaseItem.labels[item][lang])
    return [
      listed(from, lang),
      CaseAction.labels[move.action][lang],
      targetText(move.to, lang),
      roles.length === 0 ? words.anyone[lang] : listed(roles, lang),
      levels.length === 0 ? words.all[lang] : listed(levels, lang),
      listed(needs, lang)
    ]
  })
})

const targetText = (to: CaseProfile.Move["to"], lang: Lang): string => {
  if (to === "Same") return words.same[lang]
  return to === "Remembered" ? words.remembered[lang] : CaseStatus.labels[to][lang]
}

const statuses = (profile: CaseProfile.CaseProfile, lang: Lang): Rows => {
  const named = new Set<string>([
    "Reported",
    ...profile.moves.flatMap((move) => [...move.from, move.to])
  ])
  return {
    title: words.statuses[lang],
    heads: heads.statuses[lang],
    body: CaseStatus.list
      .filter((status) => named.has(status))
      .map((status) => [
        CaseStatus.labels[status][lang],
        profile.steps[CaseProfile.stepIndexOf(profile, status)]?.label[lang] ?? "",
        listed(clocks(profile, status, lang), lang)
      ])
  }
}

/** The clocks of a status with the limits of an ordinary case and what happens at their ends. */
const clocks = (
  profile: CaseProfile.CaseProfile,
  status: CaseStatus.CaseStatus,
  lang: Lang
): ReadonlyArray<string> => {
  const row = profile.limits.Ordinary
  return ProfileGraph.clocksIn(profile, status, "Ordinary").map((clock) => {
    const act = CaseProfile.endActLabels[row.atEnd[clock]][lang]
    const limit = durationText(row[limitFields[clock]], lang)
    return `${CaseClock.labels[clock][lang]} ${limit} (${act})`
  })
}

const limitFields = {
  SignIn: "signInSec",
  Contact: "contactSec",
  Handle: "resolveSec",
  Verify: "verifySec",
  CallBack: "callBackSec"
} as const

const units = [
  { sec: 86_400, en: "d", zh: "天" },
  { sec: 3_600, en: "h", zh: "小时" },
  { sec: 60, en: "min", zh: "分钟" }
] as const

/** Seconds in the largest unit that divides them. */
const durationText = (seconds: number, lang: Lang): string => {
  const unit = units.find(({ sec }) => seconds % sec === 0)
  return unit === undefined
    ? `${seconds} ${words.seconds[lang]}`
    : `${seconds / unit.sec} ${unit[lang]}`
}

const gates = (profile: CaseProfile.CaseProfile, lang: Lang): Rows => ({
  title: words.gates[lang],
  heads: heads.gates[lang],
  body: profile.gates.map((gate) => [
    CaseAction.labels[gate.action][lang],
    gate.matterKinds.length === 0
      ? words.all[lang]
      : listed(
          gate.matterKinds.map((kind) => MatterKind.labels[kind][lang]),
          lang
        ),
    `${SideProcess.labels[gate.process][lang]} ${CaseProfile.gateRuleLabels[gate.rule][lang]}`
  ])
})

const heads = {
  moves: {
    en: ["from", "action", "to", "who", "levels", "needs"],
    zh: ["从", "动作", "到", "谁", "层级", "所需"]
  },
  statuses: {
    en: ["status", "step", "clocks of an ordinary case"],
    zh: ["状态", "环节", "一般案件的时限"]
  },
  gates: {
    en: ["action", "kind of matter", "side process"],
    zh: ["动作", "事项类别", "附属程序"]
  }
} as const

const words = {
  moves: { en: "Moves", zh: "动作" },
  statuses: { en: "Statuses", zh: "状态" },
  gates: { en: "Gates", zh: "前置条件" },
  anyone: { en: "anyone", zh: "任何人" },
  all: { en: "all", zh: "全部" },
  same: { en: "the same", zh: "不变" },
  remembered: { en: "the status before", zh: "原状态" },
  seconds: { en: "s", zh: "秒" }
} as const
