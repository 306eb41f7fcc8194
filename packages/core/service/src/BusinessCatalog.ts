/**
 * The kinds of business (业务事项) that a place handles: how each can be brought, how long one takes,
 * and for how long a training for it is good. The list is each town's own: Helong's report counts 52
 * kinds and names none, so nothing here pretends to know them.
 */
import { Provenance, Seconds } from "@wangge/facts"
import { Skill, Spell } from "@wangge/grid"
import * as BusinessProblem from "./BusinessProblem.ts"
import type * as ServiceChannel from "./ServiceChannel.ts"

/**
 * One kind of business: `skill` gives its id and name, `channels` how it can be brought,
 * `serviceSec` the usual seconds one takes, `trainingValidSec` how long a training for it is good
 * (`Spell.openEnd` for ever).
 *
 * @category business
 * @since 0.1.0
 */
export interface Business {
  readonly skill: Skill.Skill
  readonly channels: ReadonlyArray<ServiceChannel.ServiceChannel>
  readonly serviceSec: number
  readonly trainingValidSec: number
  readonly provenance: Provenance.Provenance
}

/**
 * The kinds of business of a place, each once.
 *
 * A list to begin with, for a hall that has none yet. The kinds are usual ones of a community service
 * hall; that a hall takes these, over these channels, in this time, is assumed, and every row says so.
 *
 * ```ts
 * import { Provenance, Seconds } from "@wangge/facts"
 * import { BusinessCatalog, type ServiceChannel } from "@wangge/service"
 *
 * const assumed = Provenance.assumed({ value: 15, unit: "minutes", reason: "our example, of no hall" })
 * const kind = (
 *   id: string, en: string, zh: string, channels: ReadonlyArray<ServiceChannel.ServiceChannel>,
 *   minutes = assumed.value
 * ): BusinessCatalog.Business => ({
 *   skill: { id, name: { en, zh } }, channels, serviceSec: minutes * Seconds.minuteSec,
 *   trainingValidSec: BusinessCatalog.defaults.trainingValidSec.value, provenance: assumed.provenance
 * })
 * const catalog: BusinessCatalog.BusinessCatalog = [
 *   kind("socialCard", "social security card", "社会保障卡申领", ["Counter", "Online"]),
 *   kind("health", "enrolment in residents' health insurance", "城乡居民医保参保登记", ["Counter", "Online"]),
 *   kind("jobSeeker", "registration of the unemployed", "失业登记", ["Counter", "Online"], 20),
 *   kind("oldAge", "allowance for the very old", "高龄津贴申请", ["Counter", "AtHome"]),
 *   kind("disability", "living and care allowances of disabled people", "残疾人两项补贴申请", ["Counter", "AtHome"], 30),
 *   kind("minimum", "minimum living allowance", "最低生活保障申请", ["Counter", "AtHome"], 40)
 * ]
 * BusinessCatalog.check(catalog) // => []
 * catalog.every(({ provenance }) => provenance.kind === "assumed") // => true
 * BusinessCatalog.find(catalog, "oldAge")?.serviceSec // => 900
 * ```
 *
 * @source none: a list shape; each town's own list fills it
 * @category business
 * @since 0.1.0
 */
export type BusinessCatalog = ReadonlyArray<Business>

/**
 * Why a number of the catalogue that {@link unnamed} makes is what it is.
 *
 * @source none: assumed; 15 minutes at a counter, training good for ever until a town sets a term
 * @category business
 * @since 0.1.0
 */
export const defaults = {
  serviceSec: Provenance.assumed({
    value: 15 * Seconds.minuteSec,
    unit: "seconds",
    reason: "a round figure; no report states how long one kind of business takes"
  }),
  trainingValidSec: Provenance.assumed({
    value: Spell.openEnd,
    unit: "seconds",
    reason: "no report states a term after which staff are trained again"
  })
} as const

/**
 * A catalogue of so many kinds without names, brought at the counter: for a place whose report gives
 * only their number.
 *
 * Throws a `RangeError` as `Skill.unnamed` does.
 *
 * ```ts
 * import { BusinessCatalog } from "@wangge/service"
 *
 * const helong = BusinessCatalog.unnamed(52)
 * const facts = [helong.length, helong[51]?.skill.id, helong[51]?.provenance.kind]
 * facts // => [52, "business-52", "assumed"]
 * ```
 *
 * @source none: numbers in the place of names that no report gives
 * @category business
 * @since 0.1.0
 */
export const unnamed = (count: number): BusinessCatalog =>
  Skill.unnamed(count).map((skill) => ({
    skill,
    channels: ["Counter"],
    serviceSec: defaults.serviceSec.value,
    trainingValidSec: defaults.trainingValidSec.value,
    provenance: { kind: "assumed", reason: "a number in the place of a name nobody published" }
  }))

/**
 * The kinds as the grid package knows them, for a `Skill.SkillBook`.
 *
 * @category business
 * @since 0.1.0
 */
export const skillsOf = (catalog: BusinessCatalog): ReadonlyArray<Skill.Skill> =>
  catalog.map((business) => business.skill)

/**
 * The kind with an id; `undefined` when the catalogue has none.
 *
 * @category business
 * @since 0.1.0
 */
export const find = (catalog: BusinessCatalog, skillId: string): Business | undefined =>
  catalog.find((business) => business.skill.id === skillId)

/**
 * The ids of all kinds in one text, for problems.
 *
 * @category business
 * @since 0.1.0
 */
export const idsText = (catalog: BusinessCatalog): string =>
  catalog.map((business) => business.skill.id).join(", ")

/**
 * What is wrong with a catalogue: `DuplicateBusiness`, `ChannelMissing`, `BadDuration` (a service
 * that takes no second, a training good for none).
 *
 * ```ts
 * import { BusinessCatalog } from "@wangge/service"
 *
 * const twice = [...BusinessCatalog.unnamed(2), ...BusinessCatalog.unnamed(1)]
 * BusinessCatalog.check(twice).map((problem) => problem.subject) // => ["business-1"]
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (catalog: BusinessCatalog): ReadonlyArray<BusinessProblem.BusinessProblem> => [
  ...duplicates(catalog),
  ...catalog.flatMap(({ skill, channels, serviceSec, trainingValidSec }) => [
    ...(channels.length > 0
      ? []
      : [BusinessProblem.make("ChannelMissing", skill.id, 0, "ServiceChannel.list")]),
    ...[serviceSec, trainingValidSec]
      .filter((span) => !Seconds.isWhole(span) || span < 1)
      .map((span) => BusinessProblem.make("BadDuration", skill.id, span, ">= 1"))
  ])
]

const duplicates = (catalog: BusinessCatalog): ReadonlyArray<BusinessProblem.BusinessProblem> => {
  const counts = new Map<string, number>()
  for (const { skill } of catalog) counts.set(skill.id, (counts.get(skill.id) ?? 0) + 1)
  return Array.from(counts).flatMap(([id, times]) =>
    times > 1 ? [BusinessProblem.make("DuplicateBusiness", id, times, 1)] : []
  )
}
