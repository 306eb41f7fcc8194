/**
 * What the report of Bagongshan counts beside territory and posts: sites, methods, what was done,
 * and what it claims as results.
 */
import type { NamedNumber } from "../LocalityRecord.ts"
import { named, saidIn } from "./rows.ts"

/** Title of the report. */
export const reportTitle = "Bagongshan, 深化党建带群建 创新治理聚合力, about 2021-22"

/** Writes a number that this report states. */
export const said = saidIn(reportTitle)

/** Land, sites and partners. */
export const bagongshanResources: ReadonlyArray<NamedNumber> = [
  named(
    "areaKm2",
    { en: "Area of the district", zh: "行政区域面积" },
    said(67, "km2", "行政区域面积67平方公里")
  ),
  named(
    "practiceStations",
    { en: "Civilisation practice stations", zh: "文明实践所(站)" },
    said(24, "stations", "充分利用24个文明实践所(站)")
  ),
  named(
    "socialOrganisations",
    { en: "Community social organisations incubated", zh: "孵化的社区社会组织" },
    said(7, "organisations", "孵化出7个社区社会组织")
  )
]

/** How many parts each named method has. */
export const bagongshanMechanisms: ReadonlyArray<NamedNumber> = [
  named(
    "lifeCircle",
    { en: "Life circle, so many minutes around", zh: "生活圈" },
    said(15, "min", "打造“15分钟生活圈”")
  ),
  named(
    "checkUpAge",
    { en: "Age from which check-ups are free", zh: "免费体检年龄" },
    said(60, "years", "社区卫生服务站为60岁以上老年人")
  ),
  named(
    "combinedNets",
    { en: "Grids that the former nets were merged into, at each place", zh: "整合后的综合网格" },
    said(1, "nets", "整合优化为一个综合网格")
  ),
  named(
    "meetingParties",
    { en: "Parties to the joint governance", zh: "五方联动" },
    said(5, "parties", "五方(社区党总支、网格、物业、楼栋长、党员中心户)联动治理机制")
  ),
  named(
    "matterKinds",
    { en: "Kinds of matters in the triage", zh: "“三事分流”" },
    said(3, "kinds", "“三事分流”")
  ),
  named(
    "linkedSocialForces",
    { en: "Social forces linked", zh: "“三社联动”" },
    said(3, "forces", "“三社联动”联出社区人韵味")
  ),
  named(
    "halfPastFour",
    { en: "After-school class begins, afternoon", zh: "“四点半”课堂" },
    said(4.5, "o'clock", "打造“四点半”课堂")
  )
]

/** What was done, each its own counter. */
export const bagongshanActivities: ReadonlyArray<NamedNumber> = [
  named(
    "seniorCheckUps",
    { en: "Free check-ups of older people", zh: "老年人免费体检" },
    said(40_000, "person-times", "进行免费体检4万余人次", "atLeast")
  ),
  named(
    "historyMeetings",
    { en: "Lectures and readings", zh: "党课、讲堂、读书分享" },
    said(150, "events", "读书分享会等活动150余场次", "atLeast")
  ),
  named(
    "publicBenefitEvents",
    { en: "Public-benefit events of social organisations", zh: "公益活动" },
    said(80, "events", "各类公益活动80余次", "atLeast")
  ),
  named(
    "outdoorWorkerServices",
    { en: "Services to people who work outdoors", zh: "户外作业人员暖心服务" },
    said(2000, "person-times", "为户外作业人员提供暖心服务2000余人次", "atLeast")
  ),
  named(
    "culturalEvents",
    { en: "Cultural and sports events since 2020", zh: "2020年以来文体活动" },
    said(90, "events", "90余场丰富多彩的文体活动", "atLeast")
  )
]

/** What the report claims as results. */
export const bagongshanOutcomes: ReadonlyArray<NamedNumber> = [
  named(
    "disputesMediated",
    { en: "Disputes mediated in 2020", zh: "2020年调解矛盾纠纷" },
    said(150, "disputes", "成功调解矛盾纠纷150余件", "atLeast")
  ),
  named(
    "councilMatters",
    { en: "Matters solved since 2020 by the red council", zh: "2020年以来解决问题" },
    said(300, "matters", "餐饮噪音扰民等问题300余件", "atLeast")
  )
]
