import { Seconds } from "@wangge/facts"
import { Appointment, type Skill, Staff } from "@wangge/grid"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Rotation, RotationHandOver } from "../src/index.ts"
import { maximum } from "../src/internal/matching.ts"
import { appointment, book, gridId, kinds, person } from "./aWindow.ts"

const kindIds = kinds.map(({ id }) => id)
const posts: ReadonlyArray<Rotation.RotationPost> = [
  {
    postId: "counter",
    kind: "FullServiceWorker",
    gridId,
    isCounter: true,
    seatCount: 3,
    skillIds: kindIds
  },
  { postId: "grid-1", kind: "GridWorker", gridId, isCounter: false, seatCount: 4, skillIds: [] },
  { postId: "grid-2", kind: "GridWorker", gridId, isCounter: false, seatCount: 2, skillIds: [] }
]
const members = (
  qualified: (index: number) => boolean = () => true
): ReadonlyArray<Rotation.RotationMember> =>
  posts
    .flatMap(({ postId, seatCount }) => Array.from({ length: seatCount }, () => postId))
    .map((postId, index) => ({
      personId: person(`p-${index}`),
      postId,
      skillIds: qualified(index) ? kindIds : [],
      counterCount: 0
    }))
const period = (
  index: number,
  frozenIds: Rotation.RotationPeriod["frozenIds"] = []
): Rotation.RotationPeriod => ({
  fromSec: index * Seconds.weekSec,
  untilSec: (index + 1) * Seconds.weekSec,
  frozenIds
})
const planOf = (of: ReadonlyArray<Rotation.RotationMember>, at = period(0)): Rotation.Rotation => {
  const made = Rotation.plan(posts, of, at)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.plan
}

describe("row 33: rotation", () => {
  test("given a rotation period, when it ends, then posts swap, headcount at each post stays the same, open cases are handed over", () => {
    const before = members()
    const plan = planOf(before)
    const swapped = plan.seats.filter(({ fromPostId, toPostId }) => fromPostId !== toPostId)
    expect(swapped.map(({ personId, toPostId }) => [personId, toPostId === "counter"])).toEqual([
      ["p-0", false],
      ["p-1", false],
      ["p-2", false],
      ["p-3", true],
      ["p-4", true],
      ["p-5", true]
    ])
    for (const { postId, seatCount } of posts) {
      expect(plan.after.filter((member) => member.postId === postId).length).toBe(seatCount)
    }
    const works = ["p-0", "p-3", "p-4", "p-6", "p-3"].map((ownerId, index) => ({
      workId: `case-${index}`,
      ownerId: person(ownerId),
      skillId: ""
    }))
    const made = RotationHandOver.of(plan, works)
    if (!made.ok) throw new Error("refused")
    const { handOvers, kept, costs } = made.plan
    expect(handOvers).toEqual([
      { workId: "case-0", fromId: "p-0", toId: "p-3", atSec: 0 },
      { workId: "case-1", fromId: "p-3", toId: "p-0", atSec: 0 },
      { workId: "case-2", fromId: "p-4", toId: "p-1", atSec: 0 },
      { workId: "case-4", fromId: "p-3", toId: "p-2", atSec: 0 }
    ])
    expect(kept.map(({ workId }) => workId)).toEqual(["case-3"])
    expect(costs.find(({ personId }) => personId === "p-3")?.costSec).toBe(3 * 600)
  })

  test("over periods everyone serves at the counter about equally", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), (count) => {
        const periods = Array.from({ length: count }, (_, index) => period(index))
        const made = Rotation.schedule(posts, members(), periods)
        if (!made.ok) throw new Error("no plan")
        const counts = made.plan.at(-1)!.after.map(({ counterCount }) => counterCount)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        expect(counts.reduce((sum, one) => sum + one, 0)).toBe(3 * count)
      }),
      { numRuns: 100 }
    )
  })

  test("whoever is qualified, frozen or laden: posts full, nobody twice, no work lost or doubled", () => {
    const given = fc.record({
      qualified: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      frozen: fc.array(fc.uniqueArray(fc.nat(8), { maxLength: 4 }), { minLength: 3, maxLength: 3 }),
      works: fc.array(fc.tuple(fc.nat(8), fc.boolean()), { maxLength: 25 })
    })
    fc.assert(
      fc.property(given, ({ qualified, frozen, works }) => {
        const start = members((index) => index < 3 || qualified[index] === true)
        const periods = frozen.map((ids, index) =>
          period(
            index,
            ids.map((id) => person(`p-${id}`))
          )
        )
        const made = Rotation.schedule(posts, start, periods)
        if (!made.ok) throw new Error(JSON.stringify(made.problems))
        let owners = works.map(([owner, isHard], index) => ({
          workId: `case-${index}`,
          ownerId: person(`p-${owner}`),
          skillId: isHard ? "business-07" : ""
        }))
        for (const plan of made.plan) {
          expect(plan.seats.map(({ personId }) => personId)).toEqual(
            start.map(({ personId }) => personId)
          )
          for (const post of posts) {
            const there = plan.after.filter(({ postId }) => postId === post.postId)
            expect(there.length).toBe(post.seatCount)
            expect(there.every((member) => Rotation.isQualified(post, member))).toBe(true)
          }
          for (const { personId, fromPostId, toPostId } of plan.seats) {
            if (plan.period.frozenIds.includes(personId)) expect(toPostId).toBe(fromPostId)
          }
          const handed = RotationHandOver.of(plan, owners, 60)
          if (!handed.ok) throw new Error("refused")
          const { handOvers, kept, costs } = handed.plan
          const ids = [...handOvers, ...kept].map(({ workId }) => workId)
          expect(ids.toSorted()).toEqual(owners.map(({ workId }) => workId).toSorted())
          expect(costs.reduce((sum, { costSec }) => sum + costSec, 0)).toBe(
            2 * 60 * handOvers.length
          )
          const to = new Map(handOvers.map((one) => [one.workId, one]))
          owners = owners.map((work) => {
            const one = to.get(work.workId)
            if (one === undefined) return work
            expect(one.fromId).toBe(work.ownerId)
            const taker = plan.after.find(({ personId }) => personId === one.toId)!
            const giver = plan.seats.find(({ personId }) => personId === one.fromId)!
            expect(taker.postId).toBe(giver.fromPostId)
            expect(giver.toPostId).not.toBe(giver.fromPostId)
            expect(work.skillId === "" || taker.skillIds.includes(work.skillId)).toBe(true)
            return { ...work, ownerId: one.toId }
          })
        }
      }),
      { numRuns: 150 }
    )
  })

  test("work that nobody at the post may take stays with its owner", () => {
    const plan = planOf(
      members((index) => index !== 8),
      period(0, [person("p-7")])
    )
    const [leaver] = plan.seats.filter(
      ({ fromPostId, toPostId }) => fromPostId === "counter" && toPostId !== "counter"
    )
    const work = { workId: "w", ownerId: leaver!.personId, skillId: "unheard" }
    const made = RotationHandOver.of(plan, [work])
    expect(made.ok && [made.plan.handOvers, made.plan.kept]).toEqual([[], [work]])
  })

  test("where none of the newcomers may take the work, one who stayed at the post does", () => {
    const start = members().map((member, index) => ({
      ...member,
      skillIds: index === 6 ? [...kindIds, "elder care"] : kindIds
    }))
    const work = { workId: "w", ownerId: person("p-3"), skillId: "elder care" }
    const made = RotationHandOver.of(planOf(start), [work])
    expect(made.ok && made.plan.handOvers).toEqual([
      { workId: "w", fromId: "p-3", toId: "p-6", atSec: 0 }
    ])
  })

  test("only a qualified person comes to the counter, however often", () => {
    const few = members((index) => index < 3 || index === 8)
    const made = Rotation.schedule(
      posts,
      few,
      [0, 1, 2, 3].map((index) => period(index))
    )
    if (!made.ok) throw new Error("no plan")
    expect(made.plan.at(-1)!.after.map(({ counterCount }) => counterCount)).toEqual([
      3, 3, 3, 0, 0, 0, 0, 0, 3
    ])
  })

  test("a plan that cannot be is refused with every reason", () => {
    const codes = (of: ReadonlyArray<Rotation.RotationMember>, at = period(0), on = posts) => {
      const made = Rotation.plan(on, of, at)
      return made.ok ? [] : made.problems.map(({ code }) => code)
    }
    const good = members()
    expect(codes(good, { ...period(0), untilSec: 0 })).toEqual(["EmptyPeriod"])
    expect(codes([...good, good[0]!])).toEqual(["PersonTwice", "HeadcountMismatch"])
    expect(codes(good.slice(1))).toEqual(["HeadcountMismatch"])
    expect(codes([{ ...good[0]!, postId: "x" }, ...good.slice(1)])).toEqual([
      "UnknownPost",
      "HeadcountMismatch"
    ])
    expect(codes(good, period(0, [person("stranger")]))).toEqual(["FrozenUnknown"])
    expect(codes(good, period(0), [...posts, posts[0]!])).toEqual(["DuplicatePost"])
    expect(codes(good, period(0), [{ ...posts[0]!, seatCount: 0 }, ...posts.slice(1)])).toEqual([
      "BadCount",
      "HeadcountMismatch"
    ])
    expect(codes(members((index) => index > 6))).toEqual(["NoAssignment"])
    const plan = planOf(good)
    const work = { workId: "w", ownerId: person("p-0"), skillId: "" }
    const bad = RotationHandOver.of(
      plan,
      [work, work, { ...work, workId: "v", ownerId: person("x") }],
      0.5
    )
    expect(!bad.ok && bad.problems.map(({ code }) => code)).toEqual([
      "BadCount",
      "WorkTwice",
      "OwnerUnknown"
    ])
  })

  test("the plan becomes appointments, and qualifications come from the grid package", () => {
    const appointments = Rotation.appointmentsOf(posts, planOf(members()))
    expect(Appointment.headcount(appointments, 0)).toMatchObject({ personCount: 9, postCount: 9 })
    expect(appointments[3]).toMatchObject({
      personId: "p-3",
      kind: "FullServiceWorker",
      untilSec: Seconds.weekSec
    })
    const staff = Staff.make({
      appointments: [appointment("li", "FullServiceWorker"), appointment("wang", "GridWorker")]
    })
    const skills: Skill.SkillBook = book([
      { personId: person("wang"), skillId: "business-07", fromSec: 0, untilSec: 9 }
    ])
    const of = (name: string) =>
      Rotation.skillsOf(skills, staff, { personId: person(name), atSec: 5 })
    expect([of("li").length, of("wang"), of("zhao")]).toEqual([52, ["business-07"], []])
  })
})

test("a largest matching is as large as trying everything, and the earlier keep their partner", () => {
  const most = (edges: ReadonlyArray<ReadonlyArray<number>>, used: ReadonlySet<number>): number => {
    const [first, ...rest] = edges
    if (first === undefined) return 0
    const tries = first
      .filter((right) => !used.has(right))
      .map((right) => 1 + most(rest, new Set([...used, right])))
    return Math.max(most(rest, used), ...tries)
  }
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.nat(4)), { maxLength: 6 }), (edges) => {
      const found = Array.from(maximum(edges, 5))
      const pairs = found.filter((right) => right >= 0)
      expect(pairs.length).toBe(most(edges, new Set()))
      expect(new Set(pairs).size).toBe(pairs.length)
      found.forEach((right, left) => {
        if (right >= 0) expect(edges[left]).toContain(right)
      })
      const fewer = Array.from(maximum(edges.slice(0, -1), 5))
      fewer.forEach((right, left) => {
        if (right >= 0) expect(found[left]).toBeGreaterThanOrEqual(0)
      })
    }),
    { numRuns: 300 }
  )
})
