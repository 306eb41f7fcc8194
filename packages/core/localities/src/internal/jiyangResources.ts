/**
 * What Jiyang put into its communities: channels, partners, sites, money and rooms.
 */
import type { Provenance } from "@wangge/facts"
import type { Fund, NamedNumber, Venue } from "../LocalityRecord.ts"
import { said } from "./jiyangSurvey.ts"
import { named } from "./rows.ts"

/** Partners, channels and sites. */
export const jiyangResources: ReadonlyArray<NamedNumber> = [
  named(
    "coBuiltProjects",
    { en: "Co-built projects", zh: "合作共建项目" },
    said(200, "projects", "确定合作共建项目200多个", "atLeast")
  ),
  named(
    "publicAccounts",
    { en: "Public accounts", zh: "微信公众号" },
    said(18, "accounts", "微信公众号18个")
  ),
  named("chatGroups", { en: "Chat groups", zh: "微信群" }, said(62, "groups", "微信群62个")),
  named(
    "groceries",
    { en: "Convenience groceries", zh: "便民肉菜店" },
    said(50, "shops", "设立50个便民肉菜店")
  ),
  named(
    "bookRooms",
    { en: "Yizhi book rooms", zh: "“壹知书屋”" },
    said(6, "rooms", "先后建立了6个“壹知书屋”")
  ),
  named(
    "mothersClubs",
    { en: "Mothers' clubs", zh: "辣妈俱乐部" },
    said(1, "clubs", "1处辣妈俱乐部")
  ),
  named(
    "scienceHalls",
    { en: "Popular-science halls", zh: "科普体验馆" },
    said(3, "halls", "3处科普体验馆")
  ),
  named(
    "newAreas",
    { en: "New residential areas that provide service rooms", zh: "落实服务用房的新开发小区" },
    said(12, "residential areas", "对新建12处新开发小区全部落实1000平方米以上")
  ),
  named(
    "newAreaRoomM2",
    { en: "Service rooms in each of them", zh: "每处新开发小区服务用房面积" },
    said(1000, "m2", "对新建12处新开发小区全部落实1000平方米以上", "atLeast")
  ),
  named(
    "roomPlanYears",
    { en: "Years planned to end the shortage of rooms", zh: "解决办公用房不足的计划年限" },
    said(3, "years", "确保3年内解决我区社区办公用房不足的问题")
  )
]

/** Money; the parts of 2017 add up to the yuan. */
export const jiyangFunds: ReadonlyArray<Fund> = [
  {
    id: "communities2017",
    label: { en: "Put into communities in 2017", zh: "2017年全区投入社区资金" },
    total: said(10_547_040, "yuan", "全区投入社区的资金共计1054.704万元"),
    parts: [
      named(
        "district",
        { en: "District", zh: "区财政" },
        said(9_273_520, "yuan", "区财政投入927.352万元")
      ),
      named(
        "subdistricts",
        { en: "Sub-districts", zh: "两个街道" },
        said(1_273_520, "yuan", "两个街道投入127.352万元")
      )
    ]
  },
  {
    id: "startUp2017",
    label: { en: "Start-up money for the communities, 2017", zh: "2017年启动资金" },
    total: said(8_000_000, "yuan", "区财政为16个社区拨付启动资金800万元"),
    parts: []
  },
  {
    id: "science",
    label: { en: "Popular-science projects", zh: "科普项目资金" },
    total: said(300_000, "yuan", "共投入资金30万元"),
    parts: []
  }
]

/** Rooms by size; the bands add up to the communities that have one. */
export const jiyangVenues = (needed: Provenance.SourcedNumber): ReadonlyArray<Venue> => [
  {
    id: "rooms",
    label: { en: "Communities with a service venue", zh: "落实公共服务场所的社区" },
    covered: said(15, "communities", "16个社区中已有15个落实了公共服务场所"),
    needed,
    bands: [
      {
        id: "under300",
        label: { en: "Under 300 m²", zh: "300平方米以下" },
        least: "notStated",
        most: said(300, "m2", "300平方米以下的5个"),
        count: said(5, "venues", "300平方米以下的5个")
      },
      {
        id: "from300to500",
        label: { en: "300 to 500 m²", zh: "300-500平方米" },
        least: said(300, "m2", "300-500平方米的4个"),
        most: said(500, "m2", "300-500平方米的4个"),
        count: said(4, "venues", "300-500平方米的4个")
      },
      {
        id: "from500to1000",
        label: { en: "500 to 1,000 m²", zh: "500-1000平方米" },
        least: said(500, "m2", "500-1000平方米的4个"),
        most: said(1000, "m2", "500-1000平方米的4个"),
        count: said(4, "venues", "500-1000平方米的4个")
      },
      {
        id: "over1000",
        label: { en: "Over 1,000 m²", zh: "1000平方米以上" },
        least: said(1000, "m2", "1000平方米以上的2个"),
        most: "notStated",
        count: said(2, "venues", "1000平方米以上的2个")
      }
    ]
  }
]
