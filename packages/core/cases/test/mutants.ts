/**
 * Profiles with one thing changed: a move dropped, redirected or given to others, a need forgotten, a level
 * or a number moved by one. A test of the machine that cannot tell a mutant from its profile is blind.
 */
import {
  CaseClock,
  CaseItem,
  type CaseProfile,
  CaseRole,
  type CaseRules,
  CaseSource,
  CaseStatus,
  HandlingLevel,
  MatterKind,
  Urgency
} from "../src/index.ts"

/** One changed profile: what kind of change it is, and where. */
export interface Mutant {
  readonly kind: string
  readonly name: string
  readonly profile: CaseProfile.CaseProfile
}

type Profile = CaseProfile.CaseProfile
type Move = CaseProfile.Move

const without = <Item>(list: ReadonlyArray<Item>, item: Item): ReadonlyArray<Item> =>
  list.filter((other) => other !== item)

/** The same profile with one move replaced by others. */
const withMove = (profile: Profile, index: number, moves: ReadonlyArray<Move>): Profile => ({
  ...profile,
  moves: profile.moves.flatMap((move, at) => (at === index ? moves : [move]))
})

const moveMutants = (profile: Profile): ReadonlyArray<Mutant> =>
  profile.moves.flatMap((move, index): ReadonlyArray<Mutant> => {
    const made = (kind: string, what: string, moves: ReadonlyArray<Move>): Mutant => ({
      kind,
      name: `${move.action} ${what}`,
      profile: withMove(profile, index, moves)
    })
    const { atLevels, by, from } = move
    const added = CaseStatus.list.find((status) => !from.includes(status) && status !== "Merged")
    const others = CaseRole.list.filter((role) => !by.includes(role))
    return [
      made("drop a move", "altogether", []),
      ...from.map((status) =>
        made("drop a status", `from ${status}`, [{ ...move, from: without(from, status) }])
      ),
      ...(added === undefined
        ? []
        : [made("add a status", `from ${added}`, [{ ...move, from: [...from, added] }])]),
      ...(["Triaged", "InProgress", "Same", "Withdrawn"] as const)
        .filter((to) => to !== move.to)
        .map((to) => made("redirect a move", `to ${to}`, [{ ...move, to }])),
      ...(by.length === 0
        ? [made("narrow the roles", "to a checker", [{ ...move, by: ["Checker"] }])]
        : [
            made("open the roles", "to anyone", [{ ...move, by: [] }]),
            made("swap the roles", `to ${others[0]}`, [{ ...move, by: others.slice(0, 1) }])
          ]),
      ...(atLevels.length === 0
        ? [made("narrow the levels", "to the department", [{ ...move, atLevels: ["Department"] }])]
        : [made("open the levels", "to all", [{ ...move, atLevels: [] }])])
    ]
  })

const needMutants = (profile: Profile): ReadonlyArray<Mutant> => [
  ...Object.entries(profile.needs).flatMap(([action, items]) =>
    items.map((item) => ({
      kind: "drop a need",
      name: `${action} without ${item}`,
      profile: { ...profile, needs: { ...profile.needs, [action]: without(items, item) } }
    }))
  ),
  ...profile.moves.flatMap(({ action }) => {
    const items = profile.needs[action] ?? []
    const more = CaseItem.list.find((item) => !items.includes(item) && item === "Attachment")
    if (more === undefined) return []
    const needs = { ...profile.needs, [action]: [...items, more] }
    return [{ kind: "add a need", name: `${action} with ${more}`, profile: { ...profile, needs } }]
  }),
  ...CaseSource.list.flatMap((source) =>
    (profile.sourceNeeds[source] ?? []).map((item) => {
      const items = without(profile.sourceNeeds[source] ?? [], item)
      const sourceNeeds = { ...profile.sourceNeeds, [source]: items }
      return {
        kind: "drop a need",
        name: `a report from ${source} without ${item}`,
        profile: { ...profile, sourceNeeds }
      }
    })
  )
]

const numberFields = [
  "signInSec",
  "contactSec",
  "resolveSec",
  "verifySec",
  "callBackSec",
  "extensionSec",
  "extensionCountMax"
] as const

const limitMutants = (profile: Profile): ReadonlyArray<Mutant> =>
  Urgency.list.flatMap((urgency): ReadonlyArray<Mutant> => {
    const row = profile.limits[urgency]
    const made = (kind: string, what: string, changed: CaseProfile.LimitRow): Mutant => ({
      kind,
      name: `${urgency} ${what}`,
      profile: { ...profile, limits: { ...profile.limits, [urgency]: changed } }
    })
    return [
      ...numberFields.map((field) => {
        const value = Number.isFinite(row[field]) ? row[field] + 1 : 60
        return made("move a limit", `${field} to ${value}`, { ...row, [field]: value })
      }),
      ...CaseClock.list.map((clock) => {
        const act = row.atEnd[clock] === "Finding" ? "Light" : "Finding"
        const atEnd = { ...row.atEnd, [clock]: act } as const
        return made("change what ends a clock", `${clock} with ${act}`, { ...row, atEnd })
      }),
      made("change a clock", "in working time", { ...row, clock: "working" })
    ]
  })

const policyMutants = (profile: Profile): ReadonlyArray<Mutant> => {
  const { policy } = profile
  const made = (name: string, changed: Partial<CaseProfile.Policy>): Mutant => ({
    kind: "move a policy number",
    name,
    profile: { ...profile, policy: { ...policy, ...changed } }
  })
  return [
    made("one more return", { maxReturns: policy.maxReturns + 1 }),
    made("one return less", { maxReturns: policy.maxReturns - 1 }),
    made("the window a second longer", { appealSec: policy.appealSec + 1 }),
    made("the window a second shorter", { appealSec: policy.appealSec - 1 }),
    made("amber a little later", { amberShare: policy.amberShare + 0.01 }),
    made("dissatisfied the other way", { reopensWhenDissatisfied: !policy.reopensWhenDissatisfied })
  ]
}

const levelMutants = (profile: Profile): ReadonlyArray<Mutant> => [
  ...profile.levels.map((level) => ({
    kind: "drop a level",
    name: `without ${level}`,
    profile: { ...profile, levels: without(profile.levels, level) }
  })),
  {
    kind: "swap levels",
    name: "the lowest two",
    profile: {
      ...profile,
      levels: [...profile.levels.slice(0, 2).reverse(), ...profile.levels.slice(2)]
    }
  },
  ...HandlingLevel.list.flatMap((level) => {
    const row = profile.thresholds[level]
    if (row === undefined) return []
    return (["cost", "conflict", "difficulty"] as const).map((score) => ({
      kind: "move a threshold",
      name: `${level} ${score}`,
      profile: {
        ...profile,
        thresholds: { ...profile.thresholds, [level]: { ...row, [score]: row[score] + 1 } }
      }
    }))
  }),
  ...MatterKind.list.flatMap((matter) => {
    const levels = profile.matterLevels[matter]
    if (levels === undefined) return []
    const matterLevels = { ...profile.matterLevels, [matter]: HandlingLevel.list }
    return [{ kind: "open the levels", name: matter, profile: { ...profile, matterLevels } }]
  }),
  ...Object.keys(profile.actorLevels).map((action) => ({
    kind: "drop an actor's level",
    name: action,
    profile: { ...profile, actorLevels: { ...profile.actorLevels, [action]: "Own" as const } }
  }))
]

const gateMutants = (profile: Profile): ReadonlyArray<Mutant> =>
  profile.gates.flatMap((gate, index) => {
    const name = `${gate.action} ${gate.process} ${gate.rule}`
    const others = profile.gates.filter((_, at) => at !== index)
    const rule = gate.rule === "Closed" ? "Decided" : "Closed"
    const changed = { ...gate, rule } as const
    return [
      { kind: "drop a gate", name, profile: { ...profile, gates: others } },
      { kind: "change a gate", name, profile: { ...profile, gates: [...others, changed] } },
      ...gate.matterKinds.map((matter) => {
        const matterKinds = without(gate.matterKinds, matter)
        const kept = matterKinds.length === 0 ? [] : [{ ...gate, matterKinds }]
        const gates = [...others, ...kept]
        return {
          kind: "change a gate",
          name: `${name} not ${matter}`,
          profile: { ...profile, gates }
        }
      })
    ]
  })

/** Every mutant of a profile, one change each. */
export const of = (profile: Profile): ReadonlyArray<Mutant> => [
  ...moveMutants(profile),
  ...needMutants(profile),
  ...limitMutants(profile),
  ...policyMutants(profile),
  ...levelMutants(profile),
  ...gateMutants(profile)
]

/** Compiled rules with one entry of a table changed. */
export interface TableMutant {
  readonly name: string
  readonly rules: CaseRules.CaseRules
}

const tableFields = [
  "next",
  "needs",
  "sourceNeeds",
  "actorLevels",
  "limitSec",
  "extensionSec",
  "extensionCountMax",
  "levelAbove",
  "thresholds",
  "matterLevels"
] as const

/** The value that an entry gets: moves and levels vanish, the rest moves by one. */
const changed = (field: (typeof tableFields)[number], value: number): number => {
  if (field === "next" || field === "levelAbove") return value === -1 ? 0 : -1
  if (field === "matterLevels") return value ^ 1
  if (field === "actorLevels") return value === 0 ? 1 : 0
  return Number.isFinite(value) ? value + 1 : 60
}

/** Every `stride`-th entry of the moves, and every entry of the other tables, changed one at a time. */
export const ofTables = (
  rules: CaseRules.CaseRules,
  stride: number
): ReadonlyArray<TableMutant> => {
  const used = (field: (typeof tableFields)[number], index: number): boolean =>
    field !== "next" || (index % stride === 0 && rules.next[index] !== -1)
  return tableFields.flatMap((field) =>
    Array.from(rules[field], (value, index) => ({ value, index }))
      .filter(({ index }) => used(field, index))
      .map(({ index, value }) => {
        const table = rules[field].slice()
        table[index] = changed(field, value)
        return { name: `${field}[${index}] ${value}`, rules: { ...rules, [field]: table } }
      })
  )
}
