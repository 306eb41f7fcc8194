/**
 * What the article of Helong counts beside territory, posts and money: windows, partners, the
 * platform, the parts of its named methods, and what it claims as results.
 */
import type { NamedNumber } from "../LocalityRecord.ts"
import { named, saidIn } from "./rows.ts"

/** Title of the report. */
export const reportTitle =
  "Helong, article by the city party committee's organisation department (中共和龍市委組織部), undated"

/** Writes a number that this report states. */
export const said = saidIn(reportTitle)

/** Windows, partners, areas, the platform. */
export const helongResources: ReadonlyArray<NamedNumber> = [
  named(
    "specialWindowsBefore",
    { en: "Special windows before", zh: "原专项服务窗口" },
    said(10, "windows", "將社區10余個“專項服務窗口”整合", "atLeast")
  ),
  named(
    "combinedWindows",
    { en: "Combined windows", zh: "综合服务窗口" },
    said(3, "windows", "整合為3個“綜合服務窗口”")
  ),
  named(
    "kindsOfBusiness",
    { en: "Kinds of business a full-service worker handles", zh: "全科社工可办业务" },
    said(52, "kinds", "能獨立辦理民政、殘聯等52項業務")
  ),
  named(
    "releasedShare",
    { en: "Share of the other staff moved into grids", zh: "下沉网格人员比例" },
    said(0.7, "share", "釋放“全科社工”以外的70%人員力量下沉網格")
  ),
  named(
    "coBuiltProjects",
    { en: "Co-built projects", zh: "共建项目" },
    said(118, "projects", "118個共建項目")
  ),
  named(
    "oldAreas",
    { en: "Old scattered areas given service", zh: "优质服务进驻的老旧散弃小区" },
    said(23, "residential areas", "優質服務進駐23個老舊散棄小區")
  ),
  named(
    "propertyFirms",
    { en: "Property firms", zh: "物业服务企业" },
    said(10, "firms", "網格內10個物業服務企業")
  ),
  named(
    "propertyAreas",
    { en: "Residential areas they cover", zh: "物业覆盖小区" },
    said(27, "residential areas", "有效覆蓋27個居民小區")
  ),
  named(
    "platformSections",
    { en: "Sections of the platform", zh: "智能平台版块" },
    said(8, "sections", "居民訴求等8大版塊")
  )
]

/** How many parts each named method has. */
export const helongMechanisms: ReadonlyArray<NamedNumber> = [
  named(
    "cores",
    { en: "One core, two drives, three integrations: cores", zh: "一核" },
    said(1, "cores", "“一核雙驅三融合”工作機制")
  ),
  named("drives", { en: "Drives", zh: "双驱" }, said(2, "drives", "“一核雙驅三融合”工作機制")),
  named(
    "integrations",
    { en: "Integrations", zh: "三融合" },
    said(3, "integrations", "“一核雙驅三融合”工作機制")
  ),
  named(
    "teamMeasures",
    { en: "Measures to build the social workers' team", zh: "打造社工队伍的举措" },
    said(3, "measures", "堅持三項舉措打造“一專多能”復合型社工隊伍")
  ),
  named(
    "axisTiers",
    { en: "Tiers of the driving axis: city, sub-district, community", zh: "市、街、区三级" },
    said(3, "tiers", "構建市、街、區三級“動力主軸”")
  ),
  named(
    "chainTiers",
    { en: "Tiers of the party chain", zh: "五级组织链条" },
    said(5, "tiers", "五級“組織鏈條”")
  ),
  named(
    "equipmentKinds",
    { en: "Kinds of equipment each grid worker carries", zh: "网格员必备装备" },
    said(7, "kinds", "“網格手機”等七種必備裝備")
  ),
  named(
    "careGroups",
    { en: "Groups of people given targeted care", zh: "“五类人群”" },
    said(5, "groups", "“五類人群”精準定位")
  ),
  named(
    "workSteps",
    { en: "Steps of the five-step method", zh: "“五步工作法”" },
    said(5, "steps", "“五步工作法”")
  ),
  named(
    "trainingTiers",
    { en: "Tiers of training", zh: "三级教育培训" },
    said(3, "tiers", "市、街、區三級教育培訓")
  ),
  named("powers", { en: "Powers exercised", zh: "“五项权力”" }, said(5, "powers", "“五項權力”")),
  named(
    "serviceThemes",
    { en: "Service themes a month", zh: "“每月一主题”" },
    said(1, "themes a month", "“每月一主題”服務")
  ),
  named("serviceLists", { en: "Lists", zh: "“四项清单”" }, said(4, "lists", "“四項清單”")),
  named(
    "linkedSocialForces",
    { en: "Social forces linked", zh: "“四社联动”" },
    said(4, "forces", "“四社聯動”")
  ),
  named("leadKinds", { en: "Kinds of leads", zh: "“五长制”" }, said(5, "kinds", "“五長制”")),
  named(
    "supervisions",
    { en: "Three supervisions, two reviews: supervisions", zh: "三督" },
    said(3, "supervisions", "“三督兩評”")
  ),
  named("reviews", { en: "Reviews", zh: "两评" }, said(2, "reviews", "“三督兩評”")),
  named(
    "dualReports",
    { en: "Dual report, dual rating: reports", zh: "双述" },
    said(2, "reports", "“雙述雙評”")
  ),
  named("dualRatings", { en: "Ratings", zh: "双评" }, said(2, "ratings", "“雙述雙評”"))
]

/** What the article claims of its inspections. */
export const helongOutcomes: ReadonlyArray<NamedNumber> = [
  named(
    "assessmentYears",
    { en: "Years of assessments", zh: "累计测评年数" },
    said(5, "years", "5年來累計測評2000余人次")
  ),
  named(
    "assessments",
    { en: "Assessments in five years", zh: "五年累计测评" },
    said(2000, "person-times", "5年來累計測評2000余人次", "atLeast")
  ),
  named(
    "excellentShareBefore",
    { en: "Share rated excellent, at first", zh: "优秀比例(起)" },
    said(0.725, "share", "優秀比例由72.5%攀升至97.8%")
  ),
  named(
    "excellentShareAfter",
    { en: "Share rated excellent, at last", zh: "优秀比例(止)" },
    said(0.978, "share", "優秀比例由72.5%攀升至97.8%")
  )
]
