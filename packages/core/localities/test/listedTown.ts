/**
 * A town known place by place: one community, grids of given sizes, one to three workers in each.
 */
import { Id, Provenance } from "@wangge/facts"
import type { LocalityRecord } from "../src/index.ts"

const counted = (value: number, unit: string): Provenance.SourcedNumber =>
  Provenance.derived({ value, unit, formula: "counted from the sheets" })

const sum = (values: ReadonlyArray<number>): number => values.reduce((total, one) => total + one, 0)

export const listedTown = (options: {
  readonly householdsOfGrids: ReadonlyArray<number>
}): LocalityRecord.LocalityRecord => {
  const sizes = options.householdsOfGrids
  const seats = sizes.map((_, index) => (index % 3) + 1)
  const gridIds = sizes.map((_, index) => `town/g${index + 1}`)
  return {
    id: "town",
    variant: { kind: "original" },
    name: { en: "Town", zh: "小镇" },
    province: { en: "Nowhere", zh: "虚构" },
    report: { title: "sheets of the town", year: "undated", isYearInferred: false },
    zone: "Asia/Shanghai",
    profileId: "base",
    levels: [
      {
        id: "community",
        role: "community",
        name: { en: "Community", zh: "社区" },
        count: counted(1, "communities")
      },
      {
        id: "grid",
        role: "grid",
        name: { en: "Grid", zh: "网格" },
        count: counted(sizes.length, "grids")
      }
    ],
    territory: {
      kind: "listed",
      nodes: [
        { id: "town", parentId: "", levelId: "community", households: 0, name: "东社区" },
        ...sizes.map((households, index) => ({
          id: gridIds[index] ?? "",
          parentId: "town",
          levelId: "grid",
          households,
          name: ""
        }))
      ],
      posts: seats.map((seatCount, index) => ({
        kind: "GridWorker" as const,
        gridId: Id.make<"Grid">(gridIds[index] ?? ""),
        seatCount
      })),
      appointments: [
        {
          personId: Id.make<"Person">("li"),
          kind: "GridWorker",
          gridId: Id.make<"Grid">(gridIds[0] ?? ""),
          fromSec: 0,
          untilSec: 86_400
        }
      ],
      map: {
        datum: "WGS-84",
        areas: [
          {
            gridId: Id.make<"Grid">("town"),
            polygons: [
              [
                [
                  [0, 0],
                  [1, 0],
                  [1, 1],
                  [0, 0]
                ]
              ]
            ]
          }
        ]
      }
    },
    households: counted(sum(sizes), "households"),
    personsPerHousehold: Provenance.assumed({ value: 2.6, unit: "persons", reason: "a guess" }),
    staff: [
      {
        id: "GridWorker",
        label: { en: "Grid worker", zh: "网格员" },
        post: "GridWorker",
        levelRole: "grid",
        count: counted(sum(seats), "seats")
      },
      {
        id: "Mediator",
        label: { en: "Mediator", zh: "调解员" },
        post: "Mediator",
        levelRole: "community",
        count: counted(2, "seats")
      }
    ],
    organisation: { label: { en: "None", zh: "无" }, levels: [], sideLists: [] },
    links: [],
    people: [],
    resources: [],
    funds: [],
    venues: [],
    mechanisms: [],
    activities: [],
    outcomes: [],
    background: [],
    heatingSeason: { kind: "none", reason: "nobody heats in Nowhere" },
    checks: [],
    cautions: []
  }
}
