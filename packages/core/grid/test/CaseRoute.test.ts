import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  CaseRoute,
  Coordinates,
  GridLocator,
  GridTree,
  PropertyCover,
  RouteRules,
  RouteStep
} from "../src/index.ts"
import { aMap, anArea, box } from "./aMap.ts"
import { townLevels } from "./aTree.ts"

const grid = (name: string) => Id.make<"Grid">(name)

/** Two communities of two grids; b1 and b2 are buildings of the first grid. */
const tree = (() => {
  const made = GridTree.make({
    levels: townLevels([1, 1, 2, 4, 2]).map(({ id, role, name }) => ({ id, role, name })),
    nodes: [
      ["town", "", "county"],
      ["street", "town", "subdistrict"],
      ["c1", "street", "community"],
      ["c2", "street", "community"],
      ["g1", "c1", "grid"],
      ["g2", "c1", "grid"],
      ["g3", "c2", "grid"],
      ["g4", "c2", "grid"],
      ["b1", "g1", "building"],
      ["b2", "g1", "building"]
    ].map(([id, parentId, levelId]) => ({
      id: id!,
      parentId: parentId!,
      levelId: levelId!,
      households: 1
    }))
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.tree
})()

/** g1, g2 and g3 in a row from west to east; g4 overlaps the east of g3; a hole in g2. */
const locator = (() => {
  const made = GridLocator.make(
    aMap(
      anArea("g1", [box(0, 0, 1, 1)]),
      anArea("g2", [box(1, 0, 2, 1), box(1.4, 0.4, 1.6, 0.6)]),
      anArea("g3", [box(2, 0, 3, 1)]),
      anArea("g4", [box(2.5, 0, 4, 1)])
    )
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.locator
})()

const aCover = (...areas: ReadonlyArray<PropertyCover.ResidentialArea>) => {
  const made = PropertyCover.make(areas)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.cover
}

const cover = aCover(
  { areaId: "garden", firmId: "firm", gridIds: [grid("b1")] },
  { areaId: "mill", firmId: "", gridIds: [grid("g2")] },
  { areaId: "old", firmId: "", gridIds: [grid("g3")] },
  { areaId: "new", firmId: "firm", gridIds: [grid("g3")] },
  { areaId: "split", firmId: "", gridIds: [grid("g2"), grid("g3")] }
)

const tables = (over: Partial<RouteRules.Tables<"WGS-84">> = {}): RouteRules.Tables<"WGS-84"> => ({
  locator,
  tree,
  owners: [
    { by: "componentId", key: "lamp-7", ownerId: "lighting" },
    { by: "componentKind", key: "manhole cover", ownerId: "water" },
    { by: "category", key: "CityOrder", ownerId: "enforcement" }
  ],
  property: { cover, categories: ["PropertyManagement"] },
  onOverlap: "askPerson",
  ...over
})

const aRules = (over: Partial<RouteRules.Tables<"WGS-84">> = {}) => {
  const compiled = RouteRules.compile(tables(over))
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.rules
}

const at = (longitude: number, latitude = 0.5) => Coordinates.point("WGS-84", [longitude, latitude])

const aRequest = (
  over: Partial<CaseRoute.Request<"WGS-84">> = {}
): CaseRoute.Request<"WGS-84"> => ({
  object: "event",
  category: "Sanitation",
  componentId: "",
  componentKind: "",
  residentialAreaId: "",
  point: at(0.5),
  ...over
})

const routeOf = (
  over: Partial<CaseRoute.Request<"WGS-84">> = {},
  rules: RouteRules.RouteRules<"WGS-84"> = aRules()
) => CaseRoute.route(rules, aRequest(over))

const codesOf = ({ trace }: CaseRoute.Route) => trace.map(({ code }) => code)

describe("an event", () => {
  it("goes to its place, with the community", () => {
    expect(routeOf()).toEqual({
      kind: "RoutedToPlace",
      gridId: "g1",
      communityId: "c1",
      trace: [{ code: "PlaceFound", detail: "g1" }]
    })
  })

  it("on a shared border goes to exactly one grid, whatever the order of the map", () => {
    const route = routeOf({ point: at(1) })
    expect(route).toMatchObject({ kind: "RoutedToPlace", gridId: "g1" })
    expect(codesOf(route)).toEqual(["PlaceOnBorder"])
  })

  it("goes to its place even where its category and the thing have owners", () => {
    const route = routeOf({ category: "CityOrder", componentKind: "manhole cover" })
    expect(route.kind).toBe("RoutedToPlace")
  })

  it("without a place goes to the unit of its category", () => {
    const route = routeOf({ category: "CityOrder", point: "none" })
    expect(route).toMatchObject({
      kind: "RoutedToOwner",
      ownerKind: "unit",
      ownerId: "enforcement",
      gridId: ""
    })
    expect(codesOf(route)).toEqual(["NoPoint", "OwnerOfCategory"])
  })

  it("without place and unit is unroutable, and says why", () => {
    const cases = [
      ["none", "NoPoint"],
      [at(9), "Outside"],
      [at(1.5), "InGap"],
      [at(2.7), "InOverlap"],
      [{ datum: "WGS-84", longitude: Number.NaN, latitude: 0 }, "InvalidPoint"]
    ] as const
    for (const [point, reason] of cases) {
      const route = routeOf({ point })
      expect(route).toMatchObject({ kind: "Unroutable", reason })
      expect(codesOf(route)).toEqual([reason, "CategoryUnowned"])
    }
  })

  it("in an overlap names the candidates, or takes the first id where the rules say so", () => {
    expect(routeOf({ point: at(2.7) })).toMatchObject({ candidateIds: ["g3", "g4"] })
    const route = routeOf({ point: at(2.7) }, aRules({ onOverlap: "firstId" }))
    expect(route).toMatchObject({ kind: "RoutedToPlace", gridId: "g3", communityId: "c2" })
    expect(codesOf(route)).toEqual(["PlaceOfOverlap"])
  })
})

describe("a component", () => {
  it("goes to its registered owner before that of its kind, and before its place", () => {
    const registered = routeOf({
      object: "component",
      componentId: "lamp-7",
      componentKind: "manhole cover"
    })
    expect(registered).toEqual({
      kind: "RoutedToOwner",
      ownerKind: "unit",
      ownerId: "lighting",
      gridId: "g1",
      trace: [
        { code: "PlaceFound", detail: "g1" },
        { code: "OwnerRegistered", detail: "lighting" }
      ]
    })
    const ofKind = routeOf({
      object: "component",
      componentId: "x",
      componentKind: "manhole cover"
    })
    expect(ofKind).toMatchObject({ kind: "RoutedToOwner", ownerId: "water" })
  })

  it("goes to its owner even without a place", () => {
    const route = routeOf({ object: "component", componentKind: "manhole cover", point: at(1.5) })
    expect(route).toMatchObject({ kind: "RoutedToOwner", ownerId: "water", gridId: "" })
    expect(codesOf(route)).toEqual(["InGap", "OwnerOfKind"])
  })

  it("of no known owner goes to its place, then to the unit of its category", () => {
    const bench = { object: "component", componentKind: "bench" } as const
    expect(routeOf(bench)).toMatchObject({ kind: "RoutedToPlace", gridId: "g1" })
    expect(codesOf(routeOf(bench))).toEqual(["PlaceFound", "OwnerUnknown"])
    const lost = routeOf({ ...bench, point: "none", category: "CityOrder" })
    expect(lost).toMatchObject({ kind: "RoutedToOwner", ownerId: "enforcement" })
    expect(routeOf({ ...bench, point: "none" }).kind).toBe("Unroutable")
  })
})

describe("a property case", () => {
  const property = { category: "PropertyManagement" }

  it("in an area without property service goes to the community", () => {
    const route = routeOf({ ...property, point: at(1.2) }, aRules({ property: mills }))
    expect(route).toMatchObject({
      kind: "RoutedToOwner",
      ownerKind: "community",
      ownerId: "c1",
      gridId: "g2"
    })
    expect(codesOf(route)).toEqual(["PlaceFound", "NoPropertyService"])
  })

  it("in an area with service goes to the firm, found by the grid of one of its buildings", () => {
    for (const object of CaseRoute.objects) {
      expect(routeOf({ ...property, object })).toMatchObject({
        ownerKind: "propertyFirm",
        ownerId: "firm"
      })
    }
  })

  it("follows the area that is named rather than the place", () => {
    const route = routeOf({ ...property, point: at(2.2), residentialAreaId: "old" })
    expect(route).toMatchObject({ ownerKind: "community", ownerId: "c2" })
    const far = routeOf({ ...property, point: "none", residentialAreaId: "mill" })
    expect(far).toMatchObject({ ownerKind: "community", ownerId: "c1", gridId: "" })
  })

  it("whose area is not clear, or not known, goes on as any other", () => {
    const mixed = routeOf({ ...property, point: at(2.2) })
    expect(mixed).toMatchObject({ kind: "RoutedToPlace", gridId: "g3" })
    expect(codesOf(mixed)).toEqual(["PlaceFound", "PropertyMixed"])
    const unknown = routeOf({ ...property, residentialAreaId: "lost" })
    expect(codesOf(unknown)).toEqual(["PlaceFound", "PropertyUnknown"])
    const split = routeOf({ ...property, point: "none", residentialAreaId: "split" })
    expect(codesOf(split)).toEqual(["NoPoint", "CommunityUnknown", "CategoryUnowned"])
  })

  it("is none unless its category says so", () => {
    expect(routeOf({ category: "Noise", point: at(1.2) }).kind).toBe("RoutedToPlace")
  })

  const mills = {
    cover: aCover({ areaId: "mill", firmId: "", gridIds: [grid("g2")] }),
    categories: ["PropertyManagement"]
  }
})

describe("every request", () => {
  it("has one answer: an owner, a place, or a reason, and a trace in words", () => {
    const requests = fc.record({
      object: fc.constantFrom(...CaseRoute.objects),
      category: fc.constantFrom("Sanitation", "CityOrder", "PropertyManagement"),
      componentId: fc.constantFrom("", "lamp-7", "x"),
      componentKind: fc.constantFrom("", "manhole cover", "bench"),
      residentialAreaId: fc.constantFrom("", "garden", "mill", "old", "lost"),
      point: fc.oneof(
        fc.constant("none" as const),
        fc
          .tuple(fc.integer({ min: -4, max: 20 }), fc.integer({ min: -1, max: 5 }))
          .map(([x, y]) => at(x / 4, y / 4))
      )
    })
    const rules = aRules()
    fc.assert(
      fc.property(requests, (request) => {
        const route = CaseRoute.route(rules, request)
        if (route.kind === "RoutedToOwner") expect(route.ownerId).not.toBe("")
        if (route.kind === "RoutedToPlace") {
          const node = GridTree.indexOfId(tree, route.gridId)
          expect(tree.ids[tree.parentOf[node]!]).toBe(route.communityId)
        }
        if (route.kind === "Unroutable") {
          expect(CaseRoute.reasons).toContain(route.reason)
          expect(route.candidateIds.length > 1).toBe(route.reason === "InOverlap")
        }
        for (const step of route.trace) {
          expect(RouteStep.codes).toContain(step.code)
          expect(RouteStep.describe(step).zh).toMatch(/\p{Script=Han}/u)
          expect(RouteStep.describe(step).en).toContain(step.detail)
        }
      }),
      { numRuns: 500 }
    )
  })
})

describe("rules", () => {
  it("are refused for places that the tree does not have, and owners without name or twice", () => {
    const compiled = RouteRules.compile(
      tables({
        owners: [
          { by: "category", key: "Noise", ownerId: "police" },
          { by: "category", key: "Noise", ownerId: "enforcement" },
          { by: "componentKind", key: "Noise", ownerId: "police" },
          { by: "category", key: "", ownerId: "police" },
          { by: "category", key: "Other", ownerId: "" }
        ],
        property: {
          cover: aCover({ areaId: "far", firmId: "", gridIds: [grid("elsewhere")] }),
          categories: []
        }
      })
    )
    expect(compiled.ok ? [] : compiled.problems.map((one) => [one.code, one.subject])).toEqual([
      ["DuplicateOwner", "owners[1]"],
      ["EmptyId", "owners[3]"],
      ["EmptyId", "owners[4]"],
      ["UnknownGrid", "far"]
    ])
  })

  it("serve a tree without communities, whose property cases stay in the grid", () => {
    const made = GridTree.spread({
      rootId: "town",
      levels: townLevels([1, 1, 1, 1]).filter(({ role }) => role === "county" || role === "grid"),
      households: 10
    })
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    const only = made.tree.ids[1]!
    const located = GridLocator.make(aMap(anArea(only, [box(0, 0, 1, 1)])))
    if (!located.ok) throw new Error(JSON.stringify(located.problems))
    const rules = aRules({
      tree: made.tree,
      locator: located.locator,
      property: {
        cover: aCover({ areaId: "mill", firmId: "", gridIds: [only] }),
        categories: ["PropertyManagement"]
      }
    })
    const route = routeOf({ category: "PropertyManagement" }, rules)
    expect(route).toMatchObject({ kind: "RoutedToPlace", gridId: only, communityId: "" })
    expect(codesOf(route)).toEqual(["PlaceFound", "CommunityUnknown"])
  })
})
