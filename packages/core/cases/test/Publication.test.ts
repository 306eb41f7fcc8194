import { Id } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import {
  type Case,
  CaseProfile,
  CaseSource,
  Category,
  Publication,
  PublicationProblem
} from "../src/index.ts"
import { after, path } from "./aCase.ts"
import { aSheet, aWhole } from "./aReporter.ts"

const day = 86_400
const item = after(path.inProgress(0))
const order = { publicationId: Id.make<"Publication">("pub-1"), atSec: 100, actorId: "w", days: 89 }

const publish = (of: Case.Case = item, change: Partial<typeof order> = {}) =>
  Publication.publish(Publication.defaults, of, { ...order, ...change })

const published = (): Publication.Publication => {
  const decision = publish()
  if (!decision.ok) throw new Error(decision.problem.code)
  return decision.publication
}

const codeOf = (decision: Publication.Decision) =>
  decision.ok ? "accepted" : decision.problem.code

const reading = {
  terms: Publication.defaults,
  profile: CaseProfile.fiveStep,
  zone: "Asia/Shanghai",
  atSec: 100
}

describe("progress publication", () => {
  test("a published case is read with its status, and without any identity", () => {
    const read = Publication.read(published(), aWhole({ item }), reading)
    expect(read.ok && Object.keys(read.view)).toEqual([
      "publicationId",
      "category",
      "communityId",
      "step",
      "reportedDay",
      "claimedDay",
      "closedDay"
    ])
    expect(read.ok && read.view.step.zh).toBe("限时办理")
  })

  test("the status is that of the case when it is read", () => {
    const closed = after(path.writtenOff(0))
    const read = Publication.read(published(), aWhole({ item: closed }), reading)
    expect(read.ok && read.view.closedDay).toBe(0)
  })

  test("it is shown from its first second, and no longer at its end", () => {
    const end = 100 + 89 * day
    const shown = [99, 100, end - 1, end, end + 1].map((atSec) =>
      Publication.isShown(published(), atSec)
    )
    expect(shown).toEqual([false, true, true, false, false])
    const read = Publication.read(published(), aWhole({ item }), { ...reading, atSec: end })
    expect(read.ok ? "shown" : read.problem.code).toBe("NotPublished")
  })

  test("withdrawn, it is gone in the same second, and can be withdrawn once", () => {
    const withdrawing = { atSec: 500, actorId: "w", cause: "AskedByReporter" } as const
    const decision = Publication.withdraw(published(), withdrawing)
    if (!decision.ok) throw new Error(decision.problem.code)
    const shown = [499, 500, 501].map((atSec) => Publication.isShown(decision.publication, atSec))
    expect(shown).toEqual([true, false, false])
    expect(decision.publication.withdrawalCause).toBe("AskedByReporter")
    const again = { ...withdrawing, atSec: 501 }
    expect(codeOf(Publication.withdraw(decision.publication, again))).toBe("AlreadyWithdrawn")
    expect(codeOf(Publication.withdraw(published(), { ...withdrawing, atSec: 99 }))).toBe(
      "TimeWentBack"
    )
    expect(codeOf(Publication.withdraw(published(), { ...withdrawing, atSec: 0.5 }))).toBe(
      "TimeNotWhole"
    )
  })

  test("three months are the most, a day is the least", () => {
    const codes = [0, 1, 89, 90, 1.5].map((days) => codeOf(publish(item, { days })))
    expect(codes).toEqual(["TooLong", "accepted", "accepted", "TooLong", "TooLong"])
    expect(codeOf(publish(item, { atSec: -1 }))).toBe("TimeWentBack")
  })

  test("disputes, care, wages and petitions are never published one by one", () => {
    const refused = Category.list.filter((category) => !publish({ ...item, category }).ok)
    expect(refused).toEqual(["NeighbourDispute", "SocialCare", "ConsumerWages"])
    const sources = CaseSource.list.filter((source) => !publish({ ...item, source }).ok)
    expect(sources).toEqual(["PetitionOffice"])
  })

  test("a case that becomes one of those is not shown any more", () => {
    const care: Case.Case = { ...item, category: "SocialCare" }
    const read = Publication.read(published(), aWhole({ item: care }), reading)
    expect(read.ok ? "shown" : read.problem.code).toBe("NotPublished")
  })

  test("a publication shows its own case only", () => {
    const sheet = aSheet({ caseId: Id.make("case-9") })
    const read = Publication.read(published(), aWhole({ item, sheet }), reading)
    expect(read.ok ? "shown" : read.problem.code).toBe("OtherCase")
  })
})

test("every problem has words in both languages, with nothing left to fill", () => {
  for (const code of PublicationProblem.codes) {
    const said = PublicationProblem.describe(PublicationProblem.make(code, "days", "Noise", 89))
    expect(said.en).not.toMatch(/[{}\u4e00-\u9fff]/)
    expect(said.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(said.zh).not.toMatch(/[{}]/)
  }
  const problem = PublicationProblem.make("CategoryWithheld", "category", "SocialCare", "")
  expect(PublicationProblem.describe(problem).zh).toContain("民生救助")
})
