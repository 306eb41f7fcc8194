/**
 * Why a volunteer was matched with a need, and why not, in words: nobody is passed over by a number
 * that cannot be explained.
 */
import { Label, Seconds } from "@wangge/facts"
import type * as MatchingPolicy from "./MatchingPolicy.ts"

/**
 * What rules a volunteer out for a need, in the order of the checks. Append only.
 *
 * @source none: our own names
 * @category reasons
 * @since 0.1.0
 */
export const exclusions = [
  "NotActive",
  "IsThePerson",
  "SameHousehold",
  "DeclinedBefore",
  "MinorNotTaken",
  "OtherTeam",
  "SkillMissing",
  "NotFree",
  "PromisedElsewhere",
  "RestTooShort",
  "TooFar",
  "MonthLimitReached",
  "OpenLimitReached"
] as const

/**
 * One of {@link exclusions}.
 *
 * @category reasons
 * @since 0.1.0
 */
export type Exclusion = (typeof exclusions)[number]

/**
 * The exclusions that no human may set aside: they protect the person helped, the volunteer, or
 * somebody's word. The others are judgements that a human may know better.
 *
 * @source none: our own line
 * @category reasons
 * @since 0.1.0
 */
export const firm: ReadonlyArray<Exclusion> = [
  "NotActive",
  "IsThePerson",
  "SameHousehold",
  "DeclinedBefore",
  "MinorNotTaken",
  "SkillMissing",
  "PromisedElsewhere"
]

/**
 * One exclusion with its values: what was `found`, what would have been right.
 *
 * @category reasons
 * @since 0.1.0
 */
export interface Excluded {
  readonly code: Exclusion
  readonly found: string | number
  readonly expected: string | number
}

/**
 * One part of a cost: `value` from 0 to 1000, times its `weight`.
 *
 * @category reasons
 * @since 0.1.0
 */
export interface Weighed {
  readonly part: MatchingPolicy.Part
  readonly value: number
  readonly weight: number
}

/**
 * What each exclusion says, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Exclusion, Label.Label>> = {
  NotActive: { en: "is not active as a volunteer now", zh: "当前不是在岗志愿者" },
  IsThePerson: { en: "is the person to be helped", zh: "即为服务对象本人" },
  SameHousehold: { en: "lives in the same household", zh: "与服务对象同户" },
  DeclinedBefore: { en: "has declined this need before", zh: "此前已婉拒该需求" },
  MinorNotTaken: { en: "is a minor, and the need is for adults", zh: "为未成年人,该需求限成年人" },
  OtherTeam: {
    en: "is in the teams {found}, the need is for {expected}",
    zh: "所在队伍为{found},该需求限{expected}"
  },
  SkillMissing: { en: "lacks the skills {expected}", zh: "缺少技能:{expected}" },
  NotFree: { en: "is not free from {found} to {expected}", zh: "{found}至{expected}没有空" },
  PromisedElsewhere: {
    en: "has promised other help from {found} to {expected}",
    zh: "{found}至{expected}已另有任务"
  },
  RestTooShort: {
    en: "would rest {found} s between two services, less than {expected} s",
    zh: "两次服务间隔{found}秒,少于{expected}秒"
  },
  TooFar: { en: "is {found} away, farther than {expected}", zh: "距离{found},超过{expected}" },
  MonthLimitReached: {
    en: "would come to {found} minutes this month, more than {expected}",
    zh: "本月将达{found}分钟,超过{expected}分钟"
  },
  OpenLimitReached: {
    en: "has {found} open promises, the limit is {expected}",
    zh: "未完成任务{found}项,上限{expected}项"
  }
}

/**
 * What each part of a cost is called, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const partLabels: Readonly<Record<MatchingPolicy.Part, Label.Label>> = {
  Skill: { en: "skills kept for other needs", zh: "技能留用" },
  Distance: { en: "distance", zh: "距离" },
  Fairness: { en: "minutes this month", zh: "本月服务时长" },
  Recency: { en: "time since the last service", zh: "距上次服务的时间" },
  Load: { en: "open promises", zh: "未完成任务" },
  Continuity: { en: "acquaintance with the person", zh: "与服务对象的熟悉程度" }
}

/** Exclusions whose values are instants. */
const inTime: ReadonlyArray<Exclusion> = ["NotFree", "PromisedElsewhere"]

/**
 * An exclusion in words; instants as dates in UTC.
 *
 * ```ts
 * import { MatchingReason } from "@wangge/service"
 *
 * MatchingReason.describe({ code: "TooFar", found: 8, expected: 6 }).en // => "is 8 away, farther than 6"
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = ({ code, found, expected }: Excluded): Label.Label => {
  const show = (value: string | number): string | number =>
    inTime.includes(code) && typeof value === "number" ? Seconds.toIsoInstant(value) : value
  return Label.fill(words[code], { found: show(found), expected: show(expected) })
}

/**
 * What speaks for a match, in words: each part that weighs anything, best first, with its value.
 *
 * ```ts
 * import { MatchingReason } from "@wangge/service"
 *
 * MatchingReason.describeMatch([
 *   { part: "Distance", value: 0, weight: 4 }, { part: "Load", value: 200, weight: 2 }
 * ]).en // => "distance 0 of 1000 (weight 4), open promises 200 of 1000 (weight 2)"
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describeMatch = (weighed: ReadonlyArray<Weighed>): Label.Label => {
  const ordered = weighed
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => one.value * one.weight - other.value * other.weight)
  return {
    en: ordered
      .map(
        ({ part, value, weight }) => `${partLabels[part].en} ${value} of 1000 (weight ${weight})`
      )
      .join(", "),
    zh: ordered
      .map(({ part, value, weight }) => `${partLabels[part].zh}${value}/1000(权重${weight})`)
      .join("、")
  }
}
