import { describe, expect, test } from "vitest"
import {
  CaseProfile,
  CaseRules,
  CaseStatus,
  HandlingLevel,
  ProfileGraph,
  Urgency
} from "../src/index.ts"
import { calendarClocks } from "./aCase.ts"
import { small } from "./aProfile.ts"

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: Tag | undefined
}

/** The tags of a well-formed document, each with the one around it; throws for any other. */
const tagsOf = (xml: string): ReadonlyArray<Tag> => {
  const tags: Array<Tag> = []
  const open: Array<Tag> = []
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, "")
  let at = 0
  for (const match of body.matchAll(/<(\/?)([A-Za-z]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (body.slice(at, match.index).trim() !== "") throw new Error("text between tags")
    at = match.index + match[0].length
    const [, closing, name = "", list = "", empty] = match
    if (closing === "/") {
      if (open.pop()?.name !== name) throw new Error(`${name} closes what is not open`)
      continue
    }
    const pairs = [...list.matchAll(/([\w:]+)="([^"]*)"/g)].map((one) => [
      one[1] ?? "",
      one[2] ?? ""
    ])
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error("twice the same")
    if (/&(?!amp;|lt;|quot;)/.test(list)) throw new Error("a bare ampersand")
    const tag: Tag = { name, attributes: Object.fromEntries(pairs), parent: open.at(-1) }
    tags.push(tag)
    if (empty !== "/") open.push(tag)
  }
  if (open.length > 0 || body.slice(at).trim() !== "") throw new Error("not closed")
  return tags
}

const profiles = [small, ...Object.values(CaseProfile.all)]

describe("SCXML", () => {
  test.each(profiles)(
    "of $id is well formed, its targets are there, its ends are final",
    (profile) => {
      const tags = tagsOf(ProfileGraph.toScxml(profile))
      const [root] = tags
      expect(root?.name).toBe("scxml")
      expect(root?.attributes.xmlns).toBe("http://www.w3.org/2005/07/scxml")
      const ids = tags.flatMap((tag) => tag.attributes.id ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toContain(root?.attributes.initial)
      const transitions = tags.filter((tag) => tag.name === "transition")
      for (const { attributes } of transitions) {
        if (attributes.target !== undefined) expect(ids).toContain(attributes.target)
      }
      const finals = tags.filter((tag) => tag.name === "final").map((tag) => tag.attributes.id)
      const ends = ids.filter((id) =>
        CaseStatus.list.some((status, code) => status === id && CaseStatus.isEnd(code))
      )
      for (const end of ends)
        expect(finals.includes(end) || finals.includes(`${end}.Final`)).toBe(true)
      expect(transitions.filter((tag) => tag.parent?.name === "final")).toEqual([])
    }
  )

  test.each(profiles)("of $id says of every status what its rules say", (profile) => {
    const rules = CaseRules.compile(profile, { clocks: calendarClocks })
    const tags = tagsOf(ProfileGraph.toScxml(profile))
    CaseStatus.list.forEach((status, code) => {
      const events = tags
        .filter((tag) => tag.name === "transition" && tag.parent?.attributes.id === status)
        .map((tag) => tag.attributes.event?.replace(/\..*$/, ""))
        .filter((event) => event !== "Settled")
      const allowed = profile.levels.flatMap((level) =>
        CaseRules.allowedActions(rules, code, HandlingLevel.codeOf(level))
      )
      expect(new Set(events)).toEqual(new Set(allowed))
    })
  })

  test("a word of a profile from outside cannot break the document", () => {
    const xml = ProfileGraph.toScxml({ ...small, id: 'a"b<c&d\u0001' })
    expect(tagsOf(xml)[0]?.attributes.name).toBe("a&quot;b&lt;c&amp;d ")
  })
})

describe("Mermaid", () => {
  test.each(profiles)("of $id has one line per arrow, every state declared first", (profile) => {
    for (const language of ["en", "zh"] as const) {
      const [first, ...lines] = ProfileGraph.toMermaid(profile, language).trimEnd().split("\n")
      expect(first).toBe("stateDiagram-v2")
      const declared = new Set(["[*]"])
      const arrows = new Set<string>()
      for (const line of lines) {
        const state = /^ {2}state "[^"]+" as (\w+)$/.exec(line)
        if (state !== null) {
          declared.add(state[1] ?? "")
          continue
        }
        const [, from = "", to = ""] = /^ {2}(\S+) --> (\S+?)(?:: [^:;]+)?$/.exec(line) ?? []
        expect([line, declared.has(from), declared.has(to)]).toEqual([line, true, true])
        expect(arrows.has(`${from} ${to}`)).toBe(false)
        arrows.add(`${from} ${to}`)
      }
      expect(arrows.has("[*] Reported")).toBe(true)
      for (const move of profile.moves.filter((one) => one.to !== "Remembered")) {
        for (const from of move.from) {
          expect(arrows.has(`${from} ${move.to === "Same" ? from : move.to}`)).toBe(true)
        }
      }
    }
  })

  test("says the locality's own words above the status", () => {
    expect(ProfileGraph.toMermaid(CaseProfile.digitalCity, "zh")).toContain(
      'state "案卷建立<br/>已核实" as Verified'
    )
  })

  test("a word of a profile from outside cannot end its text", () => {
    const label = { en: 'a"b\nc', zh: "甲" }
    const profile = { ...small, steps: [{ label, statuses: ["Reported"] as const }] }
    expect(ProfileGraph.toMermaid(profile, "en")).toContain(
      'state "a b c<br/>reported" as Reported'
    )
  })
})

describe("clocks in a status", () => {
  test("are none in an end, and some in every open status of the package's profiles", () => {
    for (const profile of Object.values(CaseProfile.all)) {
      CaseStatus.list.forEach((status, code) => {
        for (const urgency of Urgency.list) {
          const count = ProfileGraph.clocksIn(profile, status, urgency).length
          expect(count > 0).toBe(!CaseStatus.isEnd(code))
        }
      })
    }
  })

  test("sign-in runs while a case is assigned, the first contact until it is accepted", () => {
    expect(ProfileGraph.clocksIn(small, "Assigned", "Urgent")).toEqual([
      "SignIn",
      "Contact",
      "Handle"
    ])
    expect(ProfileGraph.clocksIn(small, "Accepted", "Urgent")).toEqual(["Handle"])
    expect(ProfileGraph.clocksIn(small, "Resolved", "Urgent")).toEqual(["Verify", "CallBack"])
  })
})
