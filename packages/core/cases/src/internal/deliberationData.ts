/**
 * The four models of deliberation as data. The reports name stages and sides; no report states a
 * quorum, so all of those are assumed: more than half of a meeting's members, more than half of
 * five sides.
 */
import type {
  DeliberationModel,
  ModelId,
  ModelStage,
  Quorum,
  StageKind
} from "../DeliberationModel.ts"
import type { DeliberationStage, Party } from "../DeliberationStage.ts"

/** Somebody of each of so many sides. @source none: the weakest quorum that is one */
const anyOf = (partyCountMin: number): Quorum => ({ partyCountMin, presentCount: 0, ofCount: 1 })

/** More than half of the members of each of so many sides. @source none: the usual 过半数 */
const halfOf = (partyCountMin: number): Quorum => ({ partyCountMin, presentCount: 1, ofCount: 2 })

const named = (
  stage: DeliberationStage,
  kind: StageKind,
  parties: ReadonlyArray<Party>,
  quorum: Quorum
): ModelStage => ({ stage, kind, parties, quorum, isNamed: true, onlyIfCarried: false })

/** The same stage, held only when the item was carried. */
const ifCarried = (of: ModelStage): ModelStage => ({
  stage: of.stage,
  kind: of.kind,
  parties: of.parties,
  quorum: of.quorum,
  isNamed: of.isNamed,
  onlyIfCarried: true
})

/** The same stage, not counted among those that give the model its name. */
const unnamed = (of: ModelStage): ModelStage => ({
  stage: of.stage,
  kind: of.kind,
  parties: of.parties,
  quorum: of.quorum,
  isNamed: false,
  onlyIfCarried: of.onlyIfCarried
})

const quorum = {
  kind: "assumed",
  reason: "no report states a quorum: more than half, as meetings usually have it"
} as const

const sides: ReadonlyArray<Party> = [
  "OwnersCommittee",
  "Residents",
  "PropertyFirm",
  "ResidentUnits",
  "NewOrganisations"
]

const one: ReadonlyArray<Party> = ["CommunityCommittee"]

const onePlusXPlusOne: DeliberationModel = {
  id: "OnePlusXPlusOne",
  label: { en: "1+X+1 deliberation", zh: "“1+X+1”协商" },
  stages: [
    named("Propose", "Talk", one, anyOf(1)),
    named("HearSides", "Talk", sides, anyOf(2)),
    named("ThirdPartyOpinion", "ThirdParty", ["ThirdParty"], anyOf(1)),
    named("Decide", "Decision", [...one, ...sides], halfOf(3)),
    named("Publish", "Publication", one, anyOf(1)),
    unnamed(ifCarried(named("Implement", "Implementation", [...one, ...sides], anyOf(1))))
  ],
  provenance: {
    stages: {
      kind: "reported",
      report: "Jiyang, 社区“五大体系”建设 case, 29 Oct 2018",
      phrase: "在重要议题商增加第三方论证"
    },
    quorum
  }
}

const fourDiscussions: DeliberationModel = {
  id: "FourDiscussionsTwoPublications",
  label: { en: "four discussions, two publications", zh: "四议两公开" },
  stages: [
    named("BranchProposes", "Talk", ["Branch"], anyOf(1)),
    named("CommitteesDiscuss", "Talk", ["TwoCommittees"], halfOf(1)),
    named("MembersReview", "Talk", ["PartyMembers"], halfOf(1)),
    named("AssemblyDecides", "Decision", ["ResidentsAssembly"], halfOf(1)),
    named("PublishDecision", "Publication", ["TwoCommittees"], anyOf(1)),
    unnamed(ifCarried(named("Implement", "Implementation", ["TwoCommittees"], anyOf(1)))),
    ifCarried(named("PublishResult", "Publication", ["TwoCommittees"], anyOf(1)))
  ],
  provenance: {
    stages: {
      kind: "public",
      source: "四议两公开 as it is usual in China; the Longxian report of 2023 only names it"
    },
    quorum
  }
}

const people: ReadonlyArray<Party> = ["Residents", "ResidentsAssembly", "PropertyFirm"]

const fivePeople: DeliberationModel = {
  id: "FivePeople",
  label: { en: "five-people method", zh: "“五民”工作法" },
  stages: [
    named("ResidentsRaise", "Talk", people, anyOf(1)),
    named("ResidentsDiscuss", "Talk", people, anyOf(1)),
    named("ResidentsDecide", "Decision", ["ResidentsAssembly"], halfOf(1)),
    unnamed(named("PublishFivePeople", "Publication", ["ResidentsAssembly"], anyOf(1))),
    ifCarried(named("ResidentsDo", "Implementation", people, anyOf(1))),
    ifCarried(named("ResidentsReview", "Review", people, anyOf(1)))
  ],
  provenance: {
    stages: {
      kind: "reported",
      report: "Longxian, news report on four-quality communities, 2023",
      phrase: "民事民提、民事民议、民事民决、民事民办、民事民评"
    },
    quorum
  }
}

const five: ReadonlyArray<Party> = [
  "Branch",
  "Grid",
  "PropertyFirm",
  "BuildingLeads",
  "AnchorHouseholds"
]

const redCouncil: DeliberationModel = {
  id: "RedCouncil",
  label: { en: "red council", zh: "红色议事会" },
  stages: [
    named("CouncilSays", "Talk", five, anyOf(1)),
    named("CouncilDiscusses", "Decision", five, anyOf(3)),
    ifCarried(named("CouncilHandles", "Implementation", five, anyOf(1))),
    named("CouncilShows", "Publication", five, anyOf(1)),
    ifCarried(named("CouncilRates", "Review", five, anyOf(3)))
  ],
  provenance: {
    stages: {
      kind: "reported",
      report: "Bagongshan, 深化党建带群建 创新治理聚合力",
      phrase: "说事、议事、理事、晒事、评事"
    },
    quorum
  }
}

/** The four models by id. */
export const all: Readonly<Record<ModelId, DeliberationModel>> = {
  OnePlusXPlusOne: onePlusXPlusOne,
  FourDiscussionsTwoPublications: fourDiscussions,
  FivePeople: fivePeople,
  RedCouncil: redCouncil
}
