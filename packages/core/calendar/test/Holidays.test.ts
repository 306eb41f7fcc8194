import { Seconds } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import { Holidays, Zone } from "../src/index.ts"

const day = (text: string): number => Seconds.parseIsoDate(text)

/**
 * Holidays (first and last day) and make-up workdays as the State Council announced them, written
 * out here apart from the package that is tested.
 */
const notices = {
  2024: {
    holidays: [
      ["2024-01-01", "2024-01-01"],
      ["2024-02-10", "2024-02-17"],
      ["2024-04-04", "2024-04-06"],
      ["2024-05-01", "2024-05-05"],
      ["2024-06-10", "2024-06-10"],
      ["2024-09-15", "2024-09-17"],
      ["2024-10-01", "2024-10-07"]
    ],
    makeUp: [
      "2024-02-04",
      "2024-02-18",
      "2024-04-07",
      "2024-04-28",
      "2024-05-11",
      "2024-09-14",
      "2024-09-29",
      "2024-10-12"
    ]
  },
  2025: {
    holidays: [
      ["2025-01-01", "2025-01-01"],
      ["2025-01-28", "2025-02-04"],
      ["2025-04-04", "2025-04-06"],
      ["2025-05-01", "2025-05-05"],
      ["2025-05-31", "2025-06-02"],
      ["2025-10-01", "2025-10-08"]
    ],
    makeUp: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]
  }
} as const

describe("public holidays of mainland China", () => {
  test.each([2024, 2025] as const)("%i is as the State Council announced it", (year) => {
    const { holidays, makeUp } = notices[year]
    for (let at = day(`${year}-01-01`); at < day(`${year + 1}-01-01`); at++) {
      const isHoliday = holidays.some(([from, until]) => at >= day(from) && at <= day(until))
      const isMakeUp = makeUp.some((date) => at === day(date))
      const kind = isHoliday ? "holiday" : isMakeUp ? "makeUpWorkday" : "ordinary"
      expect([Seconds.toIsoDate(at), Holidays.china.dayKind(at)]).toEqual([
        Seconds.toIsoDate(at),
        kind
      ])
      expect(Holidays.china.name(at) === undefined).toBe(kind === "ordinary")
    }
  })

  test("its years are 2004 to 2026, and it says so", () => {
    expect(Holidays.china.knownYears).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i))
    expect(Holidays.china.knows(2003)).toBe(false)
    expect(Holidays.china.knows(2004)).toBe(true)
    expect(Holidays.china.knows(2026)).toBe(true)
    expect(Holidays.china.knows(2027)).toBe(false)
  })

  test("every known year has its Spring Festival, 1 May and 1 October", () => {
    for (const year of Holidays.china.knownYears) {
      const names = new Set<string>()
      for (let at = day(`${year}-01-01`); at < day(`${year + 1}-01-01`); at++) {
        const name = Holidays.china.name(at)
        if (name !== undefined) names.add(name.zh)
      }
      expect([...names]).toEqual(expect.arrayContaining(["春节", "劳动节", "国庆节"]))
      expect(Holidays.china.dayKind(day(`${year}-05-01`))).toBe("holiday")
      expect(Holidays.china.dayKind(day(`${year}-10-01`))).toBe("holiday")
    }
  })

  test("make-up workdays are Saturdays and Sundays, and carry both names", () => {
    let count = 0
    for (let at = day("2004-01-01"); at < day("2027-01-01"); at++) {
      if (Holidays.china.dayKind(at) !== "makeUpWorkday") continue
      count++
      expect(Zone.weekday(at)).toBeGreaterThanOrEqual(5)
      expect(Holidays.china.name(at)?.en).toMatch(/^[A-Z][\w' -]+$/)
      expect(Holidays.china.name(at)?.zh).toMatch(/^[\u4e00-\u9fff\d]+$/)
    }
    expect(count).toBe(150)
  })
})

describe("holidays from a list", () => {
  const name = { en: "Town fair", zh: "庙会" }

  test("days are what the list says, all others ordinary", () => {
    const holidays = Holidays.makeOrThrow([
      { date: "2025-05-20", kind: "holiday", name },
      { date: "2026-05-24", kind: "makeUpWorkday", name }
    ])
    expect(holidays.dayKind(day("2025-05-20"))).toBe("holiday")
    expect(holidays.dayKind(day("2026-05-24"))).toBe("makeUpWorkday")
    expect(holidays.dayKind(day("2025-05-21"))).toBe("ordinary")
    expect(holidays.name(day("2025-05-20"))).toEqual(name)
    expect(holidays.name(day("2025-05-21"))).toBeUndefined()
    expect(holidays.knownYears).toEqual([2025, 2026])
  })

  test("a year without special days can be declared known", () => {
    const holidays = Holidays.makeOrThrow([], [2026, 2025, 2026])
    expect(holidays.knownYears).toEqual([2025, 2026])
    expect(holidays.knows(2025)).toBe(true)
    expect(holidays.knows(2024)).toBe(false)
  })

  test("every problem is named with its place and value", () => {
    const made = Holidays.make(
      [
        { date: "2025-02-29", kind: "holiday", name },
        { date: "2025-03-01", kind: "holiday", name },
        { date: "2025-03-01", kind: "makeUpWorkday", name },
        { date: "2026-03-01", kind: "holiday", name }
      ],
      [2025, 20.5]
    )
    expect(made).toEqual({
      ok: false,
      problems: [
        { code: "YearInvalid", path: "knownYears[1]", value: "20.5" },
        { code: "DateInvalid", path: "days[0].date", value: '"2025-02-29"' },
        { code: "DateRepeated", path: "days[2].date", value: '"2025-03-01"' },
        { code: "YearNotKnown", path: "days[3].date", value: '"2026-03-01"' }
      ]
    })
    expect(() => Holidays.makeOrThrow([{ date: "soon", kind: "holiday", name }])).toThrow(
      'days[0].date: got "soon"; expected a date that exists'
    )
  })

  test("no holidays is a decision: every year is known", () => {
    expect(Holidays.none.dayKind(day("2025-10-01"))).toBe("ordinary")
    expect(Holidays.none.name(day("2025-10-01"))).toBeUndefined()
    expect(Holidays.none.knows(2099)).toBe(true)
  })
})
