/**
 * How many parts each of Longxian's named methods has.
 */
import type { NamedNumber } from "../LocalityRecord.ts"
import { said } from "./longxianResources.ts"
import { named } from "./rows.ts"

/** How many parts each named method has. */
export const longxianMechanisms: ReadonlyArray<NamedNumber> = [
  named(
    "qualities",
    { en: "Qualities of a community", zh: "“四型”" },
    said(4, "kinds", "“四型”社区")
  ),
  named(
    "strengthenings",
    { en: "Three strengthenings, three leads: strengthenings", zh: "三强化" },
    said(3, "parts", "“三强化三引领”")
  ),
  named("guidances", { en: "Leads", zh: "三引领" }, said(3, "parts", "“三强化三引领”")),
  named(
    "linkedParties",
    { en: "Parties to the five-way linkage", zh: "五项联动机制" },
    said(5, "parties", "五项联动机制")
  ),
  named(
    "gridTiers",
    { en: "Levels of the grid system", zh: "五级网格治理体系" },
    said(5, "levels", "“镇-社区-网格-楼栋-中心户”五级网格治理体系")
  ),
  named(
    "helpKinds",
    { en: "Eight helps, eight solutions: helps", zh: "八帮" },
    said(8, "helps", "“八帮八解 网格化”工作机制")
  ),
  named(
    "solutionKinds",
    { en: "Solutions", zh: "八解" },
    said(8, "solutions", "“八帮八解 网格化”工作机制")
  ),
  named(
    "missingServices",
    { en: "Things that a “three-no” area lacks (which, is not stated)", zh: "“三无”小区所缺项数" },
    said(3, "things", "开展“三无”小区治理")
  ),
  named(
    "reportIns",
    { en: "Ways of reporting in", zh: "“双报到”" },
    said(2, "ways", "将“双报到”嵌入“四型”社区建设")
  ),
  named("ruleSets", { en: "Sets of rules", zh: "“三套制度”" }, said(3, "sets", "“三套制度”")),
  named(
    "leadCaseFixed",
    { en: "Four fixed, three guaranteed: fixed", zh: "四定" },
    said(4, "parts", "“四定三包”责任制")
  ),
  named(
    "leadCaseGuaranteed",
    { en: "Guaranteed", zh: "三包" },
    said(3, "parts", "“四定三包”责任制")
  ),
  named("campaigns", { en: "Campaigns", zh: "“四大行动”" }, said(4, "campaigns", "“四大行动”")),
  named("payTracks", { en: "Pay: tracks", zh: "三岗" }, said(3, "tracks", "“三岗十八级”补贴套改")),
  named(
    "payGrades",
    { en: "Pay: grades", zh: "十八级" },
    said(18, "grades", "“三岗十八级”补贴套改")
  ),
  named("carriers", { en: "Carriers", zh: "三大载体" }, said(3, "carriers", "三大载体")),
  named(
    "linkedTiers",
    { en: "Tiers that act together", zh: "四方联动机制" },
    said(4, "parties", "镇街、社区、小区、居民四方联动机制")
  ),
  named("sixOnes", { en: "Six ones", zh: "“六个一”" }, said(6, "parts", "“六个一”")),
  named(
    "sameCity",
    { en: "Same-city services", zh: "“三同三通”" },
    said(3, "services", "“三同三通”(同城通办、同城同帮、同城通享)服务模式")
  ),
  named("extensions", { en: "Extensions", zh: "“三延伸”" }, said(3, "extensions", "“三延伸”")),
  named(
    "halfPastSix",
    { en: "Half-past-six service, in the evening", zh: "“六点半”服务" },
    said(6.5, "o'clock", "开展“六点半”服务")
  ),
  named(
    "urbanActions",
    { en: "Actions to better the town's functions", zh: "城市功能提升十大行动" },
    said(10, "actions", "城市功能提升十大行动")
  ),
  named(
    "fivePeopleSteps",
    { en: "Steps of the five-people method", zh: "“五民”工作法" },
    said(5, "steps", "“五民”工作法")
  ),
  named(
    "householdStars",
    { en: "Stars of a model household", zh: "“十星级文明户”" },
    said(10, "stars", "“十星级文明户”")
  ),
  named(
    "serviceOrders",
    { en: "Steps of a service order", zh: "“四单联动”" },
    said(4, "steps", "点-派-接-评“四单联动”社区服务模式")
  ),
  named(
    "discussions",
    { en: "Four discussions, two publications: discussions", zh: "四议" },
    said(4, "discussions", "“四议两公开”制度")
  ),
  named(
    "publications",
    { en: "Publications", zh: "两公开" },
    said(2, "publications", "“四议两公开”制度")
  )
]
