/**
 * Xixian's seven colour brigades (七色服务队) as one scheme: 21 teams, three of each colour. The
 * report names the colours, what they do and how often they did it; it names no team, no duty list
 * and no skill, so teams bear numbers here and no skill is asked for. Its counts of single services
 * and its total of activities do not agree: they are different counters and are never added.
 */
import { Provenance } from "@wangge/facts"
import type { Brigade, BrigadeScheme, Team } from "./BrigadeScheme.ts"

/**
 * The colours, in the order of the report. Append only.
 *
 * @source Xixian, 社区城市基层党建创新案例, 1 November 2018: 红、橙、金、绿、青、蓝、紫
 * @category colour brigades
 * @since 0.1.0
 */
export const colours = ["red", "orange", "gold", "green", "cyan", "blue", "purple"] as const

/**
 * One of {@link colours}.
 *
 * @category colour brigades
 * @since 0.1.0
 */
export type Colour = (typeof colours)[number]

const report = "Xixian, 社区城市基层党建创新案例, 1 November 2018"

const brigade = (
  brigadeId: Colour,
  [en, zh]: readonly [en: string, zh: string],
  duties: ReadonlyArray<readonly [dutyId: string, en: string, zh: string]>
): Brigade => ({
  brigadeId,
  label: { en, zh },
  duties: duties.map(([dutyId, duty, original]) => ({
    dutyId,
    label: { en: duty, zh: original }
  })),
  skillIds: []
})

const brigades: ReadonlyArray<Brigade> = [
  brigade(
    "red",
    ["Red brigade: vanguard", "红色服务队(先锋)"],
    [
      ["homeStudy", "study brought home to old members", "为老党员送学上门"],
      ["dailyService", "daily services to residents", "居民日常服务"]
    ]
  ),
  brigade(
    "orange",
    ["Orange brigade: care", "橙色服务队(关爱)"],
    [
      ["healthSession", "health advice and free clinics", "健康咨询、义诊"],
      ["streetEvent", "street events", "上街宣传"],
      ["care", "care for people in need", "关爱帮扶"]
    ]
  ),
  brigade(
    "gold",
    ["Gold brigade: livelihoods", "金色服务队(民生)"],
    [["training", "e-commerce trainings", "电商培训"]]
  ),
  brigade(
    "green",
    ["Green brigade: environment", "绿色服务队(环保)"],
    [["environmentEvent", "environment events", "环保宣传"]]
  ),
  brigade(
    "cyan",
    ["Cyan brigade: emergencies, young people", "青色服务队(应急、青年)"],
    [
      ["patrol", "safety patrols", "安全巡查"],
      ["safetyTalk", "safety talks", "宣传安全知识"],
      ["emergency", "emergencies such as floods", "防汛抢险等突发事件"]
    ]
  ),
  brigade(
    "blue",
    ["Blue brigade: safety", "蓝色服务队(平安)"],
    [
      ["eventDetail", "safety details at events", "大型活动安保"],
      ["search", "search for missing people", "寻找失踪人员"],
      ["emergencyTalk", "talks on emergencies", "应急知识宣传"]
    ]
  ),
  brigade(
    "purple",
    ["Purple brigade: culture and sport", "紫色服务队(文体)"],
    [["performance", "performances", "主题演出"]]
  )
]

const teamsPerColour = 3

const teams: ReadonlyArray<Team> = brigades.flatMap(({ brigadeId, label }) =>
  Array.from({ length: teamsPerColour }, (_, index) => ({
    teamId: `${brigadeId}-${index + 1}`,
    brigadeId,
    label: { en: `${label.en}, team ${index + 1}`, zh: `${label.zh}第${index + 1}队` }
  }))
)

/**
 * The scheme: seven brigades and 21 teams.
 *
 * The report counts seven brigades and 21 teams in all; that each colour has three is the even share
 * of them (derived). The words of the labels are partly ours: the report gives the colours, the
 * themes and the services.
 *
 * ```ts
 * import { BrigadeScheme, ColourBrigades } from "@wangge/service"
 *
 * ColourBrigades.scheme.teams.length // => 21
 * BrigadeScheme.problems(ColourBrigades.scheme) // => []
 * ```
 *
 * @source Xixian, 社区城市基层党建创新案例, 1 November 2018: 注册队伍21支, 七支服务队; three teams each is
 * derived as 21 / 7
 * @category colour brigades
 * @since 0.1.0
 */
export const scheme: BrigadeScheme = {
  schemeId: "xixian.colours",
  label: { en: "Seven colour brigades of Xixian", zh: "隰县七色服务队" },
  brigades,
  teams,
  teamCount: Provenance.reported({ value: 21, unit: "teams", report, phrase: "注册队伍21支" })
}

/**
 * What kind of number a count of the report is: single services, people, or things given out.
 * Numbers of different kinds are never added. Append only.
 *
 * @source none: our own names
 * @category colour brigades
 * @since 0.1.0
 */
export const counters = ["instances", "persons", "items"] as const

/**
 * One of {@link counters}.
 *
 * @category colour brigades
 * @since 0.1.0
 */
export type Counter = (typeof counters)[number]

/**
 * One count of the report: whose it is and of what kind. `countId` is the id under which the locality
 * `xixian` lists the number itself, among its activities or outcomes.
 *
 * @category colour brigades
 * @since 0.1.0
 */
export interface Count {
  readonly countId: string
  readonly brigadeId: Colour
  readonly counter: Counter
}

const counted = (
  brigadeId: Colour,
  counter: Counter,
  countIds: ReadonlyArray<string>
): ReadonlyArray<Count> => countIds.map((countId) => ({ countId, brigadeId, counter }))

/**
 * What the report counts, brigade by brigade. The numbers stand in the locality alone.
 *
 * @source Xixian, 社区城市基层党建创新案例, 1 November 2018
 * @category colour brigades
 * @since 0.1.0
 */
export const counts: ReadonlyArray<Count> = [
  ...counted("red", "instances", ["redHomeStudy", "redDailyServices"]),
  ...counted("orange", "instances", ["orangeHealthSessions", "orangeStreetEvents"]),
  ...counted("orange", "persons", ["orangeHealthServed", "orangeCared"]),
  ...counted("gold", "instances", ["goldTrainings"]),
  ...counted("gold", "persons", ["goldTrained", "inWork"]),
  ...counted("green", "instances", ["greenEvents"]),
  ...counted("green", "items", ["greenLeaflets"]),
  ...counted("cyan", "instances", ["cyanPatrols", "cyanSafetyTalks", "cyanEmergencies"]),
  ...counted("blue", "instances", ["blueEventDetails", "blueTalks"]),
  ...counted("blue", "persons", ["missingFound"]),
  ...counted("purple", "instances", ["purplePerformances"])
]

/**
 * A number under its id, as a locality lists it.
 *
 * @category colour brigades
 * @since 0.1.0
 */
export interface Listed {
  readonly id: string
  readonly number: Provenance.SourcedNumber
}

/**
 * Single services of one brigade, and of how many counts they are the sum. `isAtLeast` says that one
 * of the counts at least is a lower bound ("90 and more").
 *
 * @category colour brigades
 * @since 0.1.0
 */
export interface Instances {
  readonly brigadeId: Colour
  readonly instanceCount: number
  readonly countCount: number
  readonly isAtLeast: boolean
}

/**
 * The single services that a list of numbers holds, brigade by brigade in the order of the colours:
 * numbers of people and of things, totals, and ids that are not in {@link counts} are left alone.
 *
 * For the numbers of Xixian they come to 361, while the report's total says "100 and more"
 * activities: two different counters, of which neither is repaired.
 *
 * ```ts
 * import { Provenance } from "@wangge/facts"
 * import { ColourBrigades } from "@wangge/service"
 *
 * const said = (id: string, value: number) => ({
 *   id, number: Provenance.reported({ value, unit: "times", report: "Xixian, 2018", phrase: "次" })
 * })
 * const [red] = ColourBrigades.instancesOf([said("redHomeStudy", 90), said("redDailyServices", 70)])
 * red // => { brigadeId: "red", instanceCount: 160, countCount: 2, isAtLeast: false }
 * ```
 *
 * @source none: a sum of the report's own numbers
 * @category colour brigades
 * @since 0.1.0
 */
export const instancesOf = (listed: ReadonlyArray<Listed>): ReadonlyArray<Instances> =>
  colours.map((brigadeId) => {
    const ids = counts
      .filter((count) => count.brigadeId === brigadeId && count.counter === "instances")
      .map(({ countId }) => countId)
    const numbers = listed.filter(({ id }) => ids.includes(id)).map(({ number }) => number)
    return {
      brigadeId,
      instanceCount: numbers.reduce((sum, { value }) => sum + value, 0),
      countCount: numbers.length,
      isAtLeast: numbers.some(({ precision }) => precision === "atLeast")
    }
  })
