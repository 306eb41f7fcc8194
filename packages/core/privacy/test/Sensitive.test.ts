import { inspect } from "node:util"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { DataClass, LegalBasis, Purpose, Sensitive } from "../src/index.ts"
import { aPhone, duty } from "./aReader.ts"

/** A personal text that no name of a field, purpose or code contains by chance. */
const personal = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `李@${text}#138`)

/** Everything that a program prints by habit. */
const prints = (value: unknown): ReadonlyArray<string> => [
  String(value),
  `${value}`,
  `a ${value} b`,
  JSON.stringify(value) ?? "",
  JSON.stringify({ deep: [value] }),
  inspect(value),
  inspect(value, { showHidden: true, depth: 9, customInspect: false }),
  inspect({ deep: [value] }, { showHidden: true, getters: true }),
  new Error(`bad ${value}`, { cause: value }).stack ?? "",
  inspect(new Error("bad", { cause: value })),
  JSON.stringify(structuredClone({ value })),
  JSON.stringify({ ...(typeof value === "object" ? value : {}) }),
  Reflect.ownKeys(Object(value))
    .map((key) => String(Reflect.get(Object(value), key)))
    .join()
]

describe("a hidden value", () => {
  test("is in nothing that prints it, copies it or walks over it", () => {
    fc.assert(
      fc.property(personal, (text) => {
        for (const hidden of [aPhone(text), Sensitive.make({ name: text }, tag)]) {
          for (const print of prints(hidden)) expect(print).not.toContain(text)
        }
      }),
      { numRuns: 100 }
    )
  })

  test("shows the name of its field and nothing else", () => {
    expect(`${aPhone("13800000000")}`).toBe("[phone: hidden]")
    expect(JSON.stringify([aPhone("13800000000")])).toBe('["[phone: hidden]"]')
    expect(inspect(aPhone("13800000000"))).toBe("[phone: hidden]")
    expect(Number(aPhone("13800000000"))).toBeNaN()
  })

  test("comes out for each of its purposes on a basis that holds, and for no other", () => {
    for (const purpose of Purpose.list) {
      const revealed = Sensitive.reveal(aPhone("138"), { purpose, basis: duty })
      if (purpose === "FollowUp" || purpose === "Handling") {
        expect(revealed).toEqual({ ok: true, value: "138" })
      } else {
        expect(revealed).toEqual({
          ok: false,
          problems: [
            {
              code: "PurposeNotAllowed",
              subject: "phone",
              found: purpose,
              expected: "FollowUp, Handling"
            }
          ]
        })
      }
    }
  })

  test("a refusal lists every reason and none of the value", () => {
    const basis = LegalBasis.duty(" ")
    const refused = Sensitive.reveal(Sensitive.make("flu", { ...tag, dataClass: "Health" }), {
      purpose: "Publication",
      basis
    })
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual([
      "PurposeNotAllowed",
      "BasisNotNamed",
      "AssessmentMissing"
    ])
    expect(JSON.stringify(refused)).not.toContain("flu")
  })

  test("a copy holds nothing, and asking it is an error of the program", () => {
    const phone = aPhone("138")
    for (const copy of [{ ...phone }, structuredClone(phone)]) {
      expect(Sensitive.isSensitive(copy)).toBe(false)
      expect(() => Sensitive.reveal(copy, { purpose: "FollowUp", basis: duty })).toThrow(RangeError)
    }
    expect(Sensitive.isSensitive("138")).toBe(false)
    expect(Sensitive.isSensitive(null)).toBe(false)
  })

  test("cannot be changed, and must have a purpose", () => {
    const phone = aPhone("138")
    expect(Object.isFrozen(phone)).toBe(true)
    expect(Object.isFrozen(phone.purposes)).toBe(true)
    expect(() => Sensitive.make("138", { ...tag, purposes: [] })).toThrow(/phone has no purpose/)
  })
})

const tag = { field: "phone", purposes: ["Handling"], dataClass: "Ordinary" } as const

describe("legal bases", () => {
  test("an ordinary field needs a basis that names its law or record", () => {
    for (const kind of LegalBasis.kinds) {
      const basis = { ...duty, kind, assessmentId: "" }
      expect(LegalBasis.problems(basis, "Ordinary", "name")).toEqual([])
      const unnamed = LegalBasis.problems({ ...basis, reference: "" }, "Ordinary", "name")
      expect(unnamed).toEqual([
        {
          code: "BasisNotNamed",
          subject: "name",
          found: kind,
          expected: "LegalBasis.reference"
        }
      ])
    }
  })

  test("every sensitive class needs an assessment, and consent to it has to be separate", () => {
    const consent = { ...duty, kind: "Consent" } as const
    for (const dataClass of DataClass.list.filter(DataClass.isSensitive)) {
      expect(LegalBasis.problems(duty, dataClass, "x")).toEqual([])
      const codes = LegalBasis.problems({ ...consent, assessmentId: "" }, dataClass, "x")
      expect(codes.map(({ code }) => code)).toEqual(["SeparateConsentMissing", "AssessmentMissing"])
      expect(LegalBasis.problems({ ...consent, isSeparateConsent: true }, dataClass, "x")).toEqual(
        []
      )
    }
  })
})
