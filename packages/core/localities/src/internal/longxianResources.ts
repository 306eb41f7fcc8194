/**
 * What the report of Longxian counts as means and as done: groups, sites, projects, activities.
 */
import type { NamedNumber } from "../LocalityRecord.ts"
import { named, saidIn } from "./rows.ts"

/** Title of the report. */
export const reportTitle = "Longxian, news report on “four-quality” communities (“四型”社区), 2023"

/** Writes a number that this report states. */
export const said = saidIn(reportTitle)

/** Groups, sites, projects, plans. */
export const longxianResources: ReadonlyArray<NamedNumber> = [
  named(
    "specialGroups",
    { en: "Special groups under the leading group", zh: "领导小组专项组" },
    said(4, "groups", "领导小组及四个专项组")
  ),
  named(
    "leadUnits",
    { en: "Lead units", zh: "牵头单位" },
    said(4, "units", "4家牵头单位成立4个工作专班")
  ),
  named(
    "taskForces",
    { en: "Task forces", zh: "工作专班" },
    said(4, "task forces", "4家牵头单位成立4个工作专班")
  ),
  named(
    "responsibleUnits",
    { en: "Responsible units", zh: "责任单位" },
    said(31, "units", "联合31家责任单位")
  ),
  named(
    "serviceCentres",
    { en: "Community service centres upgraded", zh: "改造升级的党群服务中心" },
    said(5, "centres", "对5个社区党群服务中心进行改造升级")
  ),
  named(
    "redStations",
    { en: "Red stations", zh: "红色驿站" },
    said(13, "stations", "新建红色驿站13个")
  ),
  named(
    "serviceSites",
    { en: "Convenience service sites", zh: "便民服务站点" },
    said(4, "sites", "设立4个便民服务站点")
  ),
  named(
    "colourSites",
    { en: "Convenience service sites named by colour", zh: "四色便民服务站点" },
    said(4, "sites", "绿色服务、红色教育、橙色宣传、粉色驿站四个便民服务站点")
  ),
  named(
    "quickServices",
    { en: "Quick services", zh: "便捷式服务" },
    said(9, "services", "开通便捷式服务9项")
  ),
  named(
    "servicePlatforms",
    { en: "Convenience platforms", zh: "便民服务平台" },
    said(3, "platforms", "便民服务三大平台")
  ),
  named(
    "keyProjects",
    { en: "Key urban building projects", zh: "重点城建项目" },
    said(26, "projects", "六大片区棚改等26个重点城建项目建设")
  ),
  named(
    "shantyAreas",
    { en: "Shanty areas rebuilt, among them", zh: "棚改片区" },
    said(6, "areas", "六大片区棚改等26个重点城建项目建设")
  ),
  named("plazas", { en: "Plazas", zh: "景观广场" }, said(6, "plazas", "新建景观广场6处")),
  named(
    "markets",
    { en: "Convenience markets", zh: "便民市场" },
    said(3, "markets", "便民市场3个")
  ),
  named("carParks", { en: "Car parks", zh: "停车场" }, said(2, "car parks", "停车场2个")),
  named(
    "roadsOpened",
    { en: "Dead-end roads opened", zh: "打通的断头路" },
    said(3, "roads", "打通崇文路等3条“断头路”")
  ),
  named(
    "staffGapYears",
    { en: "Years planned to close the staff gap", zh: "补齐社区工作者缺口年限" },
    said(2, "years", "力争用2年时间补齐社区工作者人员缺口")
  ),
  named(
    "shantyPlanYears",
    { en: "Years of the shanty-area campaign", zh: "棚改攻坚年限" },
    said(3, "years", "棚改三年攻坚行动")
  )
]

/** What was done, each its own counter. */
export const longxianActivities: ReadonlyArray<NamedNumber> = [
  named(
    "volunteerActivities",
    { en: "Volunteer activities", zh: "专题志愿服务活动" },
    said(240, "activities", "专题志愿服务活动240余次", "atLeast")
  ),
  named(
    "culturalActivities",
    { en: "Cultural activities", zh: "特色文化活动" },
    said(50, "activities", "50余场次特色活动", "atLeast")
  )
]
