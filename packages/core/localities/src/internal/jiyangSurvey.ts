/**
 * What the report of Jiyang counts of the time before the reform, which both records of the
 * district need: the one as background, the other as its own state.
 */
import type { Provenance } from "@wangge/facts"
import type { NamedNumber } from "../LocalityRecord.ts"
import { named, saidIn } from "./rows.ts"

/** Title of the report that both records cite. */
export const reportTitle = "Jiyang, 社区“五大体系”建设 case, 29 October 2018"

/** Writes a number that this report states. */
export const said = saidIn(reportTitle)

/** The sub-districts, before and after. */
export const subdistrictCount: Provenance.SourcedNumber = said(
  2,
  "sub-districts",
  "两个街道投入127.352万元"
)

/** The communities on paper before the reform. */
export const communityCountBefore: Provenance.SourcedNumber = said(
  9,
  "communities",
  "我区前期共建有社区9个"
)

/** The registered residential areas. */
export const registeredAreas: Provenance.SourcedNumber = said(
  59,
  "residential areas",
  "全区目前登记造册的小区共有59个"
)

/** Residential areas and property firms, as counted before the reform. */
export const areaRows: ReadonlyArray<NamedNumber> = [
  named(
    "registeredAreas",
    { en: "Registered residential areas", zh: "登记造册的小区" },
    registeredAreas
  ),
  named(
    "propertyFirms",
    { en: "Property firms", zh: "物业公司" },
    said(42, "firms", "物业公司共计42家")
  ),
  named(
    "firmsFromElsewhere",
    { en: "Property firms from elsewhere", zh: "异地物业公司" },
    said(4, "firms", "其中异地物业公司4家")
  )
]

/** The communities before the reform, as background of the state after it. */
export const beforeRows: ReadonlyArray<NamedNumber> = [
  named(
    "communitiesBefore",
    { en: "Communities on paper before the reform", zh: "改革前社区" },
    communityCountBefore
  ),
  named(
    "communityKindsBefore",
    { en: "Kinds of these communities", zh: "改革前社区类型" },
    said(2, "kinds", "可分为两种类型")
  )
]

/** Petitions before the reform. */
export const petitionRows: ReadonlyArray<NamedNumber> = [
  named(
    "petitionBatches",
    { en: "Petition batches a year before the reform", zh: "改革前年信访量" },
    said(1500, "batches a year", "信访局每年的总信访量1500余批次", "atLeast")
  ),
  named(
    "communityBatches",
    { en: "Of these, about residents of communities", zh: "其中涉及社区居民" },
    said(370, "batches a year", "其中涉及社区居民的约有370余批次", "atLeast")
  ),
  named(
    "communityShare",
    { en: "Their share, as the report puts it", zh: "报告所称占比" },
    said(0.25, "share", "占年信访量的四分之一")
  )
]
