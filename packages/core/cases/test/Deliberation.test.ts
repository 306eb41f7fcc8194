import { describe, expect, test } from "vitest"
import { Deliberation, DeliberationModel, DeliberationRules } from "../src/index.ts"
import { after, deliberation, deliberationMachine as machine, refused } from "./aSideProcess.ts"

const { all } = DeliberationModel
type Model = DeliberationModel.DeliberationModel

/** Opens an item and holds the stages of a model up to but not including one. */
const heldUpTo = (
  model: Model,
  until: number,
  options: { important?: boolean; isFor?: boolean } = {}
) => [
  deliberation.open(0, model.id, options.important ?? false),
  ...model.stages
    .filter(
      (stage, index) =>
        index < until &&
        DeliberationModel.isRequired(stage, {
          isImportant: options.important ?? false,
          outcome: options.isFor === false ? "TurnedDown" : "Open"
        })
    )
    .map((stage, index) => deliberation.hold(index + 1, stage, options.isFor ?? true))
]

const indexOf = (model: Model, kind: DeliberationModel.StageKind): number =>
  model.stages.findIndex((stage) => stage.kind === kind)

const stageAt = (model: Model, index: number): DeliberationModel.ModelStage => {
  const stage = model.stages[index]
  if (stage === undefined) throw new Error(`no stage ${index}`)
  return stage
}

describe("row 24: deliberation", () => {
  for (const model of Object.values(all)) {
    const decision = indexOf(model, "Decision")
    const publication = indexOf(model, "Publication")

    test(`${model.id}: given a stage missing, when deciding, then refused, and the stages are named`, () => {
      const before = model.stages.slice(0, decision).filter(({ kind }) => kind === "Talk")
      const rejection = refused(
        machine,
        [deliberation.open(0, model.id)],
        deliberation.hold(1, stageAt(model, decision))
      )
      expect([rejection.code, rejection.missing]).toEqual([
        "StageSkipped",
        before.map(({ stage }) => stage)
      ])
    })

    test(`${model.id}: given a decision, then it is published before the item closes`, () => {
      const decided = heldUpTo(model, publication)
      const rejection = refused(machine, decided, deliberation.close(90))
      expect(rejection.code).toBe("NotPublished")
      expect(rejection.missing).toContain(stageAt(model, publication).stage)
      expect(Deliberation.awaitsPublication(after(machine, decided))).toBe(true)
      const whole = after(machine, [...heldUpTo(model, 99), deliberation.close(91)])
      expect([whole.status, whole.outcome]).toEqual(["Closed", "Carried"])
      expect(whole.publishedSec).toBeGreaterThanOrEqual(whole.decidedSec)
    })

    test(`${model.id}: an item that is turned down is published too, and nothing is carried out`, () => {
      const turnedDown = heldUpTo(model, 99, { isFor: false })
      const state = after(machine, [...turnedDown, deliberation.close(90)])
      expect([state.outcome, state.implementedSec, state.dueSec]).toEqual(["TurnedDown", -1, -1])
      expect(state.publishedSec).toBeGreaterThan(0)
      const dropped = model.stages.find(({ onlyIfCarried }) => onlyIfCarried)
      if (dropped === undefined) throw new Error("no stage falls away")
      expect(refused(machine, turnedDown, deliberation.hold(80, dropped)).code).toBe("StagePassed")
    })
  }

  test("the models have the stages that their names count", () => {
    const named = Object.values(all).map(
      (model) => model.stages.filter((one) => one.isNamed).length
    )
    expect(named).toEqual([5, 6, 5, 5])
    const sides = new Set(all.RedCouncil.stages.flatMap(({ parties }) => parties))
    expect(sides.size).toBe(5)
  })

  test("an important item needs the opinion of a third party, an ordinary one does not", () => {
    const model = all.OnePlusXPlusOne
    const decision = stageAt(model, indexOf(model, "Decision"))
    const heard = (isImportant: boolean) => [
      deliberation.open(0, model.id, isImportant),
      deliberation.hold(1, stageAt(model, 0)),
      deliberation.hold(2, stageAt(model, 1))
    ]
    expect(refused(machine, heard(true), deliberation.hold(3, decision)).missing).toEqual([
      "ThirdPartyOpinion"
    ])
    expect(after(machine, [...heard(false), deliberation.hold(3, decision)]).outcome).toBe(
      "Carried"
    )
    const asked = [...heard(false), deliberation.hold(3, stageAt(model, 2))]
    expect(after(machine, asked).held.length).toBe(3)
    const late = [...heard(false), deliberation.hold(3, decision)]
    expect(refused(machine, late, deliberation.hold(4, stageAt(model, 2))).code).toBe("StagePassed")
  })
})

describe("quorum, vote, decision record", () => {
  const model = all.FourDiscussionsTwoPublications
  const decision = stageAt(model, indexOf(model, "Decision"))
  const before = heldUpTo(model, indexOf(model, "Decision"))
  const assembly = (memberCount: number, presentCount: number, forCount = presentCount) => ({
    ...deliberation.hold(50, decision),
    attendance: [{ party: "ResidentsAssembly", memberCount, presentCount } as const],
    vote: { forCount, againstCount: 0 }
  })

  test("half of the assembly is no quorum, one more is", () => {
    const rejection = refused(machine, before, assembly(100, 50))
    expect([rejection.code, rejection.found, rejection.expected, rejection.missing]).toEqual([
      "QuorumNotReached",
      0,
      1,
      ["ResidentsAssembly"]
    ])
    expect(after(machine, [...before, assembly(100, 51)]).outcome).toBe("Carried")
  })

  test("half of those present do not carry an item, one more does", () => {
    expect(after(machine, [...before, assembly(100, 60, 31)]).outcome).toBe("Carried")
    expect(after(machine, [...before, assembly(100, 60, 30)]).outcome).toBe("TurnedDown")
  })

  test("three of the five sides make a red council decide, two do not", () => {
    const council = all.RedCouncil
    const discuss = stageAt(council, 1)
    const start = heldUpTo(council, 1)
    const withSides = (count: number) => ({
      ...deliberation.hold(9, discuss),
      attendance: discuss.parties
        .slice(0, count)
        .map((party) => ({ party, memberCount: 2, presentCount: 1 })),
      vote: { forCount: count, againstCount: 0 }
    })
    expect(refused(machine, start, withSides(2)).missing).toEqual(discuss.parties.slice(2))
    expect(after(machine, [...start, withSides(3)]).outcome).toBe("Carried")
  })

  test("a decision has a record, and if carried a unit and a deadline", () => {
    const bare = { ...deliberation.hold(50, decision), note: "", ownerUnitId: "", dueSec: -1 }
    expect(refused(machine, before, bare).missing).toEqual([
      "DecisionRecord",
      "ResponsibleUnit",
      "ImplementationDate"
    ])
    expect(
      refused(machine, before, { ...bare, note: "x", ownerUnitId: "u", dueSec: 50 }).code
    ).toBe("DateNotLater")
    const state = after(machine, [...before, deliberation.hold(50, decision)])
    expect(Deliberation.standing(model, state).deadlines.map(({ dueSec }) => dueSec)).toEqual([150])
  })

  test("impossible counts and strangers are refused", () => {
    const codes = [
      assembly(10, 11),
      assembly(10, 6, 7),
      assembly(10, 6.5),
      { ...assembly(10, 6), vote: { forCount: -1, againstCount: 0 } },
      {
        ...assembly(10, 6),
        attendance: [{ party: "Grid", memberCount: 2, presentCount: 2 } as const]
      },
      {
        ...assembly(10, 6),
        attendance: [...assembly(10, 6).attendance, ...assembly(9, 6).attendance]
      }
    ].map((command) => refused(machine, before, command).code)
    expect(codes).toEqual([
      "CountImpossible",
      "CountImpossible",
      "CountImpossible",
      "CountImpossible",
      "NotNamed",
      "NamedTwice"
    ])
  })
})

describe("order", () => {
  const model = all.FivePeople

  test("a stage is held once, and one of another model never", () => {
    const raised = heldUpTo(model, 1)
    const again = refused(machine, raised, deliberation.hold(5, stageAt(model, 0)))
    expect([again.code, again.expected]).toEqual(["StageAlreadyHeld", "ResidentsDiscuss"])
    const other = refused(machine, raised, deliberation.hold(5, stageAt(all.RedCouncil, 0)))
    expect(other.code).toBe("KindNotUsed")
  })

  test("an item is withdrawn before the decision, not after it", () => {
    const state = after(machine, [...heldUpTo(model, 2), deliberation.withdraw(9)])
    expect([state.status, Deliberation.standing(model, state).isAccountedFor]).toEqual([
      "Withdrawn",
      true
    ])
    const decided = heldUpTo(model, indexOf(model, "Publication"))
    expect(refused(machine, decided, deliberation.withdraw(9)).code).toBe("AlreadyDecided")
  })

  test("an item that nobody has decided cannot close", () => {
    const rejection = refused(machine, heldUpTo(model, 1), deliberation.close(5))
    expect([rejection.code, rejection.missing[0]]).toEqual(["StageSkipped", "ResidentsDiscuss"])
  })
})

describe("rules of a locality", () => {
  const { RedCouncil } = all
  const withStages = (stages: Model["stages"]): Model => ({ ...RedCouncil, stages })
  const change = (index: number, part: Partial<DeliberationModel.ModelStage>): Model =>
    withStages(RedCouncil.stages.map((stage, at) => (at === index ? { ...stage, ...part } : stage)))

  test("a model that never publishes, decides never or twice, or acts first, is refused", () => {
    const wrong: ReadonlyArray<readonly [ReadonlyArray<Model>, string]> = [
      [[], "at least one model"],
      [[RedCouncil, RedCouncil], "every model of deliberation once"],
      [
        [withStages(RedCouncil.stages.filter(({ kind }) => kind !== "Publication"))],
        "never publishes"
      ],
      [[change(3, { onlyIfCarried: true })], "never publishes"],
      [[change(1, { kind: "Talk" })], "exactly one decision"],
      [[change(2, { kind: "Decision" })], "exactly one decision"],
      [[change(0, { kind: "Publication" })], "before it decides"],
      [[withStages([...RedCouncil.stages, ...RedCouncil.stages.slice(0, 1)])], "every stage"],
      [[change(0, { quorum: { partyCountMin: 6, presentCount: 0, ofCount: 1 } })], "quorum"],
      [[change(0, { quorum: { partyCountMin: 1, presentCount: 2, ofCount: 2 } })], "quorum"]
    ]
    for (const [models, says] of wrong) {
      expect(() => DeliberationRules.compile(models)).toThrow(says)
    }
  })

  test("the four models pass", () => {
    expect(DeliberationRules.compile(Object.values(all)).models.length).toBe(4)
  })
})
