/**
 * What the report of Xixian counts, brigade by brigade, and what must hold between the counts.
 */
import type { Consistency } from "@wangge/grid"
import type { NamedNumber } from "../LocalityRecord.ts"
import { named, saidIn } from "./rows.ts"

/** Title of the report. */
export const reportTitle = "Xixian, 社区城市基层党建创新案例, 1 November 2018"

/** Writes a number that this report states. */
export const said = saidIn(reportTitle)

/** How many parts each named method has. */
export const xixianMechanisms: ReadonlyArray<NamedNumber> = [
  named(
    "visitTriggers",
    { en: "Events that call for a visit", zh: "“三必访”" },
    said(3, "triggers", "“三必访”、“五必谈”制度")
  ),
  named(
    "talkTriggers",
    { en: "Events that call for a talk", zh: "“五必谈”" },
    said(5, "triggers", "“三必访”、“五必谈”制度")
  ),
  named(
    "serviceMeasures",
    { en: "Measures for a service centre that helps", zh: "便民服务四项措施" },
    said(4, "measures", "四项措施确保社区便民服务中心真办事")
  ),
  named(
    "serviceDirections",
    { en: "New directions of service", zh: "三个新的发展方向" },
    said(3, "directions", "三个新的发展方向")
  )
]

/** What was done, each its own counter: activities, services, people served. */
export const xixianActivities: ReadonlyArray<NamedNumber> = [
  named(
    "activities",
    { en: "Activities in all", zh: "开展活动" },
    said(100, "activities", "开展活动100余次", "atLeast")
  ),
  named(
    "served",
    { en: "People served in all", zh: "服务群众" },
    said(20_000, "persons", "服务群众2万余人", "atLeast")
  ),
  named(
    "redHomeStudy",
    { en: "Red: study visits to old members", zh: "红色:为老党员送学上门" },
    said(90, "visits", "为老党员提供送学上门服务90余次", "atLeast")
  ),
  named(
    "redDailyServices",
    { en: "Red: daily services to residents", zh: "红色:居民日常服务" },
    said(70, "services", "为居民提供日常服务70余次", "atLeast")
  ),
  named(
    "orangeHealthSessions",
    { en: "Orange: health sessions", zh: "橙色:健康咨询、义诊" },
    said(20, "sessions", "开展健康咨询、义诊20次")
  ),
  named(
    "orangeHealthServed",
    { en: "Orange: residents served there", zh: "橙色:服务居民" },
    said(1000, "persons", "服务居民1000余人", "atLeast")
  ),
  named(
    "orangeStreetEvents",
    { en: "Orange: street events", zh: "橙色:上街宣传" },
    said(19, "events", "上街宣传19次")
  ),
  named(
    "orangeCared",
    { en: "Orange: people in need of care served", zh: "橙色:关爱对象" },
    said(200, "persons", "服务残疾人、孤寡老人、留守儿童200余人", "atLeast")
  ),
  named(
    "goldTrainings",
    { en: "Gold: e-commerce trainings", zh: "金色:电商培训" },
    said(7, "trainings", "开展电商培训七次")
  ),
  named(
    "goldTrained",
    { en: "Gold: residents trained", zh: "金色:培训居民" },
    said(200, "persons", "培训居民200余人", "atLeast")
  ),
  named(
    "greenEvents",
    { en: "Green: environment events", zh: "绿色:环保文艺宣传" },
    said(10, "events", "开展创卫环保进社区文艺宣传10次")
  ),
  named(
    "greenLeaflets",
    { en: "Green: leaflets", zh: "绿色:宣传册" },
    said(10_000, "leaflets", "发放宣传册10000余份", "atLeast")
  ),
  named(
    "cyanPatrols",
    { en: "Cyan: safety patrols", zh: "青色:安全巡查" },
    said(30, "patrols", "“邻里守望”安全巡查30次")
  ),
  named(
    "cyanSafetyTalks",
    { en: "Cyan: safety talks", zh: "青色:宣传安全知识" },
    said(50, "talks", "宣传安全知识50次")
  ),
  named(
    "cyanEmergencies",
    { en: "Cyan: emergencies", zh: "青色:突发事件" },
    said(10, "emergencies", "防汛抢险等突发事件10次")
  ),
  named(
    "blueEventDetails",
    { en: "Blue: safety details at events", zh: "蓝色:大型活动安保" },
    said(7, "details", "为大型活动提供安保7次")
  ),
  named(
    "blueTalks",
    { en: "Blue: talks on emergencies", zh: "蓝色:应急知识宣传" },
    said(8, "talks", "开展应急知识宣传8次")
  ),
  named(
    "purplePerformances",
    { en: "Purple: performances", zh: "紫色:演出" },
    said(40, "performances", "开展主题演出及配合其它服务专题演出40次")
  )
]

const itemised = [
  "redHomeStudy",
  "redDailyServices",
  "orangeHealthSessions",
  "orangeStreetEvents",
  "goldTrainings",
  "greenEvents",
  "cyanPatrols",
  "cyanSafetyTalks",
  "cyanEmergencies",
  "blueEventDetails",
  "blueTalks",
  "purplePerformances"
]

/** The declared checks of Xixian; paths are those of `Locality.sourcedNumbers`. */
export const xixianChecks: ReadonlyArray<Consistency.Check> = [
  {
    id: "activityTotal",
    kind: "conflict",
    label: { en: "Itemised activities and the total", zh: "分项活动合计与总数" },
    left: itemised.map((id) => [`activities/${id}`]),
    right: [["activities/activities"]]
  },
  {
    id: "teamsPerColour",
    kind: "ratio",
    label: { en: "Teams per colour", zh: "每色服务队支数" },
    left: [["people/teams"]],
    right: [["people/brigades"]],
    least: 3,
    most: 3,
    reason: "21 teams of seven colours: exactly three each if shared evenly"
  },
  {
    id: "volunteersPerTeam",
    kind: "ratio",
    label: { en: "Volunteers per team", zh: "每支队伍志愿者" },
    left: [["people/volunteers"]],
    right: [["people/teams"]],
    least: 5,
    most: 100,
    reason: "from a handful to a hundred in one team, ours"
  },
  {
    id: "inWorkShare",
    kind: "ratio",
    label: { en: "Trained people in work", zh: "培训后就业及创业占比" },
    left: [["outcomes/inWork"]],
    right: [["activities/goldTrained"]],
    least: 0,
    most: 1,
    reason: "those in work are among those trained"
  },
  {
    id: "servedWithinTotal",
    kind: "atMost",
    label: {
      en: "People served by single brigades within the total",
      zh: "分项服务人数不超过总数"
    },
    left: [
      ["activities/orangeHealthServed"],
      ["activities/orangeCared"],
      ["activities/goldTrained"]
    ],
    right: [["activities/served"]]
  }
]
