/**
 * The parts of Jiyang's named methods, and what its report counts as done.
 */
import type { NamedNumber } from "../LocalityRecord.ts"
import { said } from "./jiyangSurvey.ts"
import { named } from "./rows.ts"

const layout = "“一厅两校三室四中心”"

/** How many parts each named method has. */
export const jiyangMechanisms: ReadonlyArray<NamedNumber> = [
  named(
    "fiveSystems",
    { en: "Systems of community building", zh: "“五大体系”" },
    said(5, "systems", "机制体系等“五大体系”")
  ),
  named(
    "designHouseholds",
    { en: "Households that a grid is designed for", zh: "网格设计户数" },
    said(300, "households per grid", "以300户规模或以小区、楼院为单位")
  ),
  named(
    "organisationTiers",
    { en: "Tiers of the party chain", zh: "四级组织架构" },
    said(4, "tiers", "四级组织架构")
  ),
  named("layoutHalls", { en: "Layout: halls", zh: "一厅" }, said(1, "halls", layout)),
  named("layoutSchools", { en: "Layout: schools", zh: "两校" }, said(2, "schools", layout)),
  named("layoutRooms", { en: "Layout: rooms", zh: "三室" }, said(3, "rooms", layout)),
  named("layoutCentres", { en: "Layout: centres", zh: "四中心" }, said(4, "centres", layout)),
  named(
    "fiveInOne",
    { en: "Parties to the shared service model", zh: "“五位一体”服务模式" },
    said(5, "parties", "“五位一体”新型社会化服务模式")
  ),
  named(
    "halfPastFour",
    { en: "After-school class begins, afternoon", zh: "“四点半”学校" },
    said(4.5, "o'clock", "“四点半”学校、图书阅览室")
  ),
  named(
    "brandsPerCommunity",
    { en: "Service brands per community", zh: "一社区一品牌" },
    said(1, "brands", "“一社区一品牌”")
  )
]

/** What was done, each its own counter. */
export const jiyangActivities: ReadonlyArray<NamedNumber> = [
  named(
    "secondmentDays",
    { en: "Days that secretaries were seconded", zh: "挂职锻炼天数" },
    said(15, "days", "挂职锻炼15天")
  ),
  named(
    "scienceCommunities",
    { en: "Communities with popular-science projects", zh: "争取到科普项目的社区" },
    said(3, "communities", "区科协为3个社区争取了科普项目")
  ),
  named(
    "bookRoomCommunities",
    { en: "Communities that got a book room", zh: "建立书屋的社区" },
    said(6, "communities", "为6个社区建立了社区书屋")
  )
]
