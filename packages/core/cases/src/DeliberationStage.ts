/**
 * The stages and the sides of a deliberation, over all models: the dictionary from which the models
 * in `DeliberationModel` are put together. A side is a body or a group, never a person; attendance
 * is counted, not listed by name.
 */
import type { Label } from "@wangge/facts"

/**
 * All stages, by model. Append only.
 *
 * @source Jiyang, 社区“五大体系”建设 case, 2018 (1+X+1); Longxian, news report, 2023 (四议两公开、五民: names
 * only, the content is the usual national one); Bagongshan, 深化党建带群建 创新治理聚合力 (红色议事会:
 * 说事、议事、理事、晒事、评事). `Implement` and `PublishFivePeople` are ours: every model has to have both.
 * @category deliberation
 * @since 0.1.0
 */
export const list = [
  "Propose",
  "HearSides",
  "ThirdPartyOpinion",
  "Decide",
  "Publish",
  "Implement",
  "BranchProposes",
  "CommitteesDiscuss",
  "MembersReview",
  "AssemblyDecides",
  "PublishDecision",
  "PublishResult",
  "ResidentsRaise",
  "ResidentsDiscuss",
  "ResidentsDecide",
  "PublishFivePeople",
  "ResidentsDo",
  "ResidentsReview",
  "CouncilSays",
  "CouncilDiscusses",
  "CouncilHandles",
  "CouncilShows",
  "CouncilRates"
] as const

/**
 * One stage.
 *
 * @category deliberation
 * @since 0.1.0
 */
export type DeliberationStage = (typeof list)[number]

/**
 * What each stage is called on a screen, in English and Chinese.
 *
 * @source the words of the reports where they give them, usual words otherwise
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<DeliberationStage, Label.Label>> = {
  Propose: { en: "propose", zh: "提出议题" },
  HearSides: { en: "hear the sides", zh: "听取各方意见" },
  ThirdPartyOpinion: { en: "third-party opinion", zh: "第三方评估" },
  Decide: { en: "decide", zh: "形成决议" },
  Publish: { en: "publish", zh: "公示" },
  Implement: { en: "implement", zh: "组织实施" },
  BranchProposes: { en: "branch proposes", zh: "党支部提议" },
  CommitteesDiscuss: { en: "two committees discuss", zh: "“两委”会商议" },
  MembersReview: { en: "party members review", zh: "党员大会审议" },
  AssemblyDecides: { en: "residents' assembly decides", zh: "居民会议决议" },
  PublishDecision: { en: "publish the decision", zh: "决议公开" },
  PublishResult: { en: "publish the result", zh: "实施结果公开" },
  ResidentsRaise: { en: "residents raise", zh: "民事民提" },
  ResidentsDiscuss: { en: "residents discuss", zh: "民事民议" },
  ResidentsDecide: { en: "residents decide", zh: "民事民决" },
  PublishFivePeople: { en: "publish the residents' decision", zh: "决议公示" },
  ResidentsDo: { en: "residents do", zh: "民事民办" },
  ResidentsReview: { en: "residents review", zh: "民事民评" },
  CouncilSays: { en: "say", zh: "说事" },
  CouncilDiscusses: { en: "discuss", zh: "议事" },
  CouncilHandles: { en: "handle", zh: "理事" },
  CouncilShows: { en: "show", zh: "晒事" },
  CouncilRates: { en: "rate", zh: "评事" }
}

/**
 * All sides that can take part. Append only.
 *
 * @source Jiyang (community committee, owners' committee, residents, property firm, resident units,
 * new organisations, third party), Longxian (branch, two committees, members, assembly), Bagongshan
 * (five parties: branch, grid, property firm, building leads, anchor households)
 * @category deliberation
 * @since 0.1.0
 */
export const parties = [
  "CommunityCommittee",
  "OwnersCommittee",
  "Residents",
  "PropertyFirm",
  "ResidentUnits",
  "NewOrganisations",
  "ThirdParty",
  "Branch",
  "TwoCommittees",
  "PartyMembers",
  "ResidentsAssembly",
  "Grid",
  "BuildingLeads",
  "AnchorHouseholds"
] as const

/**
 * One side of a deliberation.
 *
 * @category deliberation
 * @since 0.1.0
 */
export type Party = (typeof parties)[number]

/**
 * What each side is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const partyLabels: Readonly<Record<Party, Label.Label>> = {
  CommunityCommittee: { en: "community party committee", zh: "社区党委" },
  OwnersCommittee: { en: "owners' committee", zh: "业主委员会" },
  Residents: { en: "residents", zh: "居民" },
  PropertyFirm: { en: "property firm", zh: "物业公司" },
  ResidentUnits: { en: "resident units", zh: "驻区单位" },
  NewOrganisations: { en: "new organisations", zh: "“两新”组织" },
  ThirdParty: { en: "third-party assessor", zh: "第三方评估机构" },
  Branch: { en: "party branch", zh: "党(总)支部" },
  TwoCommittees: { en: "two committees", zh: "社区“两委”" },
  PartyMembers: { en: "party members", zh: "党员大会" },
  ResidentsAssembly: { en: "residents' assembly", zh: "居民会议" },
  Grid: { en: "grid", zh: "网格" },
  BuildingLeads: { en: "building leads", zh: "楼栋长" },
  AnchorHouseholds: { en: "party-member anchor households", zh: "党员中心户" }
}
