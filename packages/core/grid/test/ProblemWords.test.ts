import type { Label } from "@wangge/facts"
import { describe, expect, it } from "vitest"
import { LinkageProblem, OrganisationProblem, ResourceProblem, StaffProblem } from "../src/index.ts"

/** Each list with its codes, and how it puts one of them into words. */
const lists: ReadonlyArray<readonly [string, ReadonlyArray<string>, ReadonlyArray<Label.Label>]> = [
  [
    "linkage",
    LinkageProblem.codes,
    LinkageProblem.codes.map((code) =>
      LinkageProblem.describe(LinkageProblem.make(code, "SUBJECT", "FOUND", "EXPECTED"))
    )
  ],
  [
    "organisation",
    OrganisationProblem.codes,
    OrganisationProblem.codes.map((code) =>
      OrganisationProblem.describe(OrganisationProblem.make(code, "SUBJECT", "FOUND", "EXPECTED"))
    )
  ],
  [
    "resource",
    ResourceProblem.codes,
    ResourceProblem.codes.map((code) =>
      ResourceProblem.describe(ResourceProblem.make(code, "SUBJECT", "FOUND", "EXPECTED"))
    )
  ],
  [
    "staff",
    StaffProblem.codes,
    StaffProblem.codes.map((code) =>
      StaffProblem.describe(StaffProblem.make(code, "SUBJECT", "FOUND", "EXPECTED"))
    )
  ]
]

describe("problems of organisation, links, staff and resources", () => {
  it.each(lists)("%s: say place, value and what would be right in both languages", (...list) => {
    const [, codes, texts] = list
    expect(new Set(codes).size).toBe(codes.length)
    texts.forEach((text, index) => {
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
      for (const part of ["SUBJECT", "FOUND", "EXPECTED"]) {
        expect(text.en, codes[index]).toContain(part)
        expect(text.zh, codes[index]).toContain(part)
      }
    })
  })
})
