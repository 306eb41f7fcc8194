import { Locality } from "@wangge/localities"
import { Assumption, Preset, Simulation } from "@wangge/simulator"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as listedPlaces from "../src/internal/listedPlaces.ts"
import * as town from "../src/internal/town.ts"
import { aListedLocality, level, node, nodes, post, posts, seats } from "./aLocality.ts"

describe("a locality that lists its places", () => {
  const scenario = Preset.ofLocality(aListedLocality())

  test("gives each grid its own households, buildings and workers", () => {
    expect(scenario.territory.listed?.grids).toEqual([
      grid("town.east.1", "town.east", 40, 1, 1),
      grid("town.west.1", "town.west", 100, 2, 1),
      grid("town.west.2", "town.west", 260, 3, 4)
    ])
    const compiled = town.compile(scenario)
    expect(Array.from(compiled.householdsOfGrid)).toEqual([40, 100, 260])
    expect(Array.from(compiled.workersOfGrid)).toEqual([1, 1, 4])
    expect(Array.from(compiled.staffOfCommunity)).toEqual([1, 4])
  })

  test("counts the totals over its lists where the record states none", () => {
    const { listed, ...totals } = scenario.territory
    expect(listed).toBeDefined()
    expect(totals).toEqual({
      subdistricts: 1,
      communities: 2,
      grids: 3,
      buildings: 6,
      units: 6,
      households: 400,
      personsPerHousehold: 2.5
    })
    expect(scenario.staff).toMatchObject({ gridWorkers: 6, communityStaff: 5, subdistrictStaff: 2 })
  })

  test("has whole seats on call, at least one, of five for two communities two", () => {
    expect(scenario.staff.onCallPerCommunity).toBe(2)
  })

  test("keeps the provenance of its numbers in a study's assumptions", () => {
    const locality = aListedLocality()
    const rows = Assumption.rows(scenario, locality)
    const persons = rows.find((row) => row.path === "territory.personsPerHousehold")
    expect(persons?.provenance).toEqual({ kind: "assumed", reason: "of this test" })
    expect(rows.every((row) => row.changedFrom === null && row.unit !== "")).toBe(true)
    expect(Assumption.rows(scenario).every((row) => row.unit === "")).toBe(true)
  })

  test("simulates: nothing is lost, and most cases lie in the largest grid", () => {
    const busy = {
      ...scenario,
      calendar: { ...scenario.calendar, days: 60 },
      demand: { ...scenario.demand, multiplier: 5 }
    }
    const { byGrid, raised, writtenOff, rejected, merged, withdrawn, open } = Simulation.run({
      scenario: busy,
      seed: 3,
      replication: 0
    }).conservation
    expect(raised).toBe(writtenOff + rejected + merged + withdrawn + open)
    // Six numbers for each grid, the cases raised first.
    expect(byGrid[12]).toBeGreaterThan(byGrid[0]! + byGrid[6]!)
  })

  test("shares posts of a kind that it does not list out from their total", () => {
    const few = posts.filter((one) => one.kind !== "GridWorker")
    const made = Preset.ofLocality(
      aListedLocality({ staff: [seats("GridWorker", 7)] }, { posts: few })
    )
    expect(made.staff.gridWorkers).toBe(7)
    expect(made.territory.listed?.grids.map((one) => one.gridWorkers)).toEqual([2, 2, 3])
  })
})

const grid = (
  id: string,
  community: string,
  households: number,
  buildings: number,
  gridWorkers: number
) => ({ id, community, households, buildings, gridWorkers })

describe("levels that a listed town does not have", () => {
  const levelsBut = (...ids: ReadonlyArray<string>) =>
    aListedLocality().levels.filter((one) => !ids.includes(one.id))

  test("one community: the root is sub-district and community as well, under other names", () => {
    const own = [
      node("c", "", "community"),
      node("g1", "c", "grid", 120),
      node("g2", "c", "grid", 60)
    ]
    const made = Preset.ofLocality(
      aListedLocality(
        { levels: levelsBut("town", "building"), staff: [seats("CommunityWorker", 2)] },
        {
          nodes: own,
          posts: [post("GridWorker", "g1", 2), post("SubdistrictWorker", "c", 1)]
        }
      )
    )
    expect(made.territory).toMatchObject({
      subdistricts: 1,
      communities: 1,
      grids: 2,
      buildings: 3,
      households: 180,
      listed: {
        subdistricts: [{ id: "c-2", staff: 1 }],
        communities: [{ id: "c", subdistrict: "c-2", staff: 2 }],
        grids: [
          { id: "g1", community: "c", buildings: 2, gridWorkers: 2 },
          { id: "g2", community: "c", buildings: 1, gridWorkers: 0 }
        ]
      }
    })
  })

  test("no communities: each sub-district is one", () => {
    const streets = [
      node("d", "", "district"),
      node("s1", "d", "town"),
      node("s2", "d", "town"),
      node("g1", "s1", "grid", 10),
      node("g2", "s2", "grid", 20)
    ]
    const levels = [level("district", "county"), ...levelsBut("community", "building")]
    const made = Preset.ofLocality(
      aListedLocality(
        { levels },
        {
          nodes: streets,
          posts: [
            post("GridWorker", "d", 4),
            post("CommunityWorker", "s2", 3),
            post("SubdistrictWorker", "d", 3)
          ]
        }
      )
    )
    expect(made.territory.listed).toEqual({
      subdistricts: [
        { id: "s1-2", staff: 1 },
        { id: "s2-2", staff: 2 }
      ],
      communities: [
        { id: "s1", subdistrict: "s1-2", staff: 0 },
        { id: "s2", subdistrict: "s2-2", staff: 3 }
      ],
      grids: [
        { id: "g1", community: "s1", households: 10, buildings: 1, gridWorkers: 2 },
        { id: "g2", community: "s2", households: 20, buildings: 1, gridWorkers: 2 }
      ]
    })
  })
})

/** Towns of up to three communities with up to three grids each, ids as long as may be. */
const towns = fc
  .array(fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3
  })
  .chain((grids) =>
    fc.record({
      grids: fc.constant(grids),
      prefix: fc.constantFrom("", "a/b/", "x".repeat(70), "x".repeat(59)),
      workers: fc.nat({ max: 9 })
    })
  )

test("any listed town keeps its households, workers and the order of its places", () => {
  fc.assert(
    fc.property(towns, ({ grids, prefix, workers }) => {
      const made = grids.flatMap((row, community) => [
        node(`${prefix}c${community}`, "town", "community"),
        ...row.map((households, place) =>
          node(`${prefix}c${community}/g${place}`, `${prefix}c${community}`, "grid", households)
        )
      ])
      const locality = aListedLocality(
        { levels: aListedLocality().levels.slice(0, 3) },
        {
          nodes: [nodes[0]!, ...made],
          posts: [
            post("GridWorker", "town", workers),
            post("CommunityWorker", "town", 4),
            post("SubdistrictWorker", "town", 1)
          ]
        }
      )
      const listed = listedPlaces.of(locality)
      const all = grids.flat()
      expect(listed?.grids.map((one) => one.households)).toEqual(all)
      expect(listed?.grids.reduce((sum, one) => sum + one.gridWorkers, 0)).toBe(workers)
      expect(Preset.lacks(locality)).toEqual([])
      expect(Locality.treeOrThrow(locality).householdsOf[0]).toBe(
        all.reduce((sum, households) => sum + households, 0)
      )
    }),
    { numRuns: 150 }
  )
})
