import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Case, type CaseCommand, CaseRates, RateRow } from "../src/index.ts"
import { after, command, path } from "./aCase.ts"

const day = 86_400
const december = { fromSec: 1_480_521_600, untilSec: 1_483_200_000 }

/** A row of a case that was filed, closed in time, and asks for nothing else. */
const aRow = (change: Partial<RateRow.RateRow> = {}): RateRow.RateRow => ({
  reportedSec: december.fromSec,
  dueSec: december.untilSec - 1,
  end: "WrittenOff",
  isFiled: true,
  isLate: false,
  isClaimed: true,
  wasClaimed: true,
  isVerified: false,
  wasAssigned: true,
  followUp: "None",
  satisfaction: "Unanswered",
  returnCount: 0,
  extensionCount: 0,
  reworkCount: 0,
  reopenCount: 0,
  ...change
})

const rows = (count: number, change: Partial<RateRow.RateRow>) =>
  Array.from({ length: count }, () => aRow(change))

const open = { end: "Open", isClaimed: false, wasClaimed: false } as const

/** Two decimals of a percentage, as bulletins print them. */
const percent = (rate: CaseRates.Rate) =>
  rate.share === "None" ? "None" : `${(rate.share * 100).toFixed(2)} %`

describe("a published bulletin", () => {
  test("Tianmen, December 2016: 972 due, 911 closed, 737 in time give 93.72 % and 75.82 %", () => {
    const month = [
      ...rows(737, {}),
      ...rows(911 - 737, { isLate: true }),
      ...rows(972 - 911, { ...open, isLate: true }),
      ...rows(996 - 972, { ...open, dueSec: december.untilSec }),
      ...rows(1054 - 996, { ...open, end: "Rejected", isFiled: false })
    ]
    const rates = CaseRates.of(month, december)
    expect(rates.filing).toMatchObject({ numeratorCount: 996, denominatorCount: 1054 })
    expect(rates.closing).toEqual({
      numeratorCount: 911,
      denominatorCount: 972,
      excluded: [
        { reason: "OutsidePeriod", count: 24 },
        { reason: "Rejected", count: 58 }
      ],
      share: 911 / 972
    })
    expect(rates.onTime).toMatchObject({ numeratorCount: 737, denominatorCount: 972 })
    expect([percent(rates.closing), percent(rates.onTime)]).toEqual(["93.72 %", "75.82 %"])
  })
})

describe("due in the period", () => {
  test.each([
    { dueSec: december.fromSec - 1, isDue: false },
    { dueSec: december.fromSec, isDue: true },
    { dueSec: december.fromSec + 1, isDue: true },
    { dueSec: december.untilSec - 1, isDue: true },
    { dueSec: december.untilSec, isDue: false },
    { dueSec: december.untilSec + 1, isDue: false },
    { dueSec: Number.POSITIVE_INFINITY, isDue: false }
  ])("the due second $dueSec: $isDue, whenever it was closed", ({ dueSec, isDue }) => {
    const { closing } = CaseRates.of([aRow({ dueSec, reportedSec: 0 })], december)
    expect(closing.denominatorCount).toBe(isDue ? 1 : 0)
    expect(closing.share).toBe(isDue ? 1 : "None")
  })

  test("two periods that touch share no case and lose none", () => {
    const whole = { fromSec: 0, untilSec: 1000 }
    const cut = fc.integer({ min: 1, max: 999 })
    const dues = fc.array(fc.integer({ min: -5, max: 1005 }), { maxLength: 30 })
    fc.assert(
      fc.property(dues, cut, (dueSecs, cutSec) => {
        const given = dueSecs.map((dueSec) => aRow({ dueSec }))
        const count = (period: CaseRates.Period) =>
          CaseRates.of(given, period).closing.denominatorCount
        const first = count({ fromSec: 0, untilSec: cutSec })
        expect(first + count({ fromSec: cutSec, untilSec: 1000 })).toBe(count(whole))
      }),
      { numRuns: 100 }
    )
  })

  test("a report that intake never sent on is due and late, a rejected one is not due", () => {
    const stuck = aRow({ ...open, isFiled: false, isLate: true, wasAssigned: false })
    const rates = CaseRates.of([stuck, aRow({ end: "Rejected", isFiled: false })], december)
    expect(rates.onTime).toMatchObject({ numeratorCount: 0, denominatorCount: 1, share: 0 })
    expect(rates.returned.excluded).toEqual([
      { reason: "Rejected", count: 1 },
      { reason: "NotAssigned", count: 1 }
    ])
  })
})

describe("rates", () => {
  test("no case gives no share, neither 0 nor 100 %", () => {
    for (const rate of Object.values(CaseRates.of([], december))) {
      expect(rate).toEqual({
        numeratorCount: 0,
        denominatorCount: 0,
        excluded: [],
        share: "None"
      })
    }
  })

  test("claimed is kept apart from verified, reached from followed up, satisfied from answered", () => {
    const answered = { followUp: "Reached", isVerified: true } as const
    const rates = CaseRates.of(
      [
        ...rows(6, { ...answered, satisfaction: "Satisfied" }),
        ...rows(2, { ...answered, satisfaction: "Dissatisfied" }),
        ...rows(1, answered),
        ...rows(3, { followUp: "NotReached" }),
        ...rows(4, {}),
        ...rows(5, open)
      ],
      december
    )
    expect(rates.handling).toMatchObject({ numeratorCount: 16, denominatorCount: 21 })
    expect(rates.verified).toMatchObject({ numeratorCount: 9, denominatorCount: 16 })
    expect(rates.reached).toMatchObject({ numeratorCount: 9, denominatorCount: 12 })
    expect(rates.satisfied).toEqual({
      numeratorCount: 6,
      denominatorCount: 8,
      excluded: [
        { reason: "NotClaimed", count: 5 },
        { reason: "NotFollowedUp", count: 4 },
        { reason: "NotReached", count: 3 },
        { reason: "Unanswered", count: 1 }
      ],
      share: 0.75
    })
  })

  test("a case counts once in extension, return, rework and reopening, however often", () => {
    const often = { extensionCount: 2, returnCount: 3, reworkCount: 2, reopenCount: 4 }
    const { extension, returned, rework, reopening } = CaseRates.of(
      [aRow(often), aRow(), aRow(open), aRow()],
      december
    )
    expect([extension.share, returned.share]).toEqual([1 / 4, 1 / 4])
    expect([rework.share, reopening.share]).toEqual([1 / 3, 1 / 3])
  })

  test("every row is in the denominator or excluded for one reason, and shares lie in 0 to 1", () => {
    const row = fc.record({
      reportedSec: fc.nat(100),
      dueSec: fc.oneof(fc.nat(100), fc.constant(Number.POSITIVE_INFINITY)),
      end: fc.constantFrom(...RateRow.ends),
      isFiled: fc.boolean(),
      isLate: fc.boolean(),
      isClaimed: fc.boolean(),
      wasClaimed: fc.boolean(),
      isVerified: fc.boolean(),
      wasAssigned: fc.boolean(),
      followUp: fc.constantFrom("None", "NotReached", "Reached"),
      satisfaction: fc.constantFrom("Satisfied", "Dissatisfied", "Unanswered"),
      returnCount: fc.nat(2),
      extensionCount: fc.nat(2),
      reworkCount: fc.nat(2),
      reopenCount: fc.nat(2)
    } as const)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (given) => {
        const rates = CaseRates.of(given, { fromSec: 20, untilSec: 80 })
        const all: ReadonlyArray<CaseRates.Rate> = Object.values(rates)
        for (const { numeratorCount, denominatorCount, excluded, share } of all) {
          const left = excluded.reduce((sum, { count }) => sum + count, 0)
          expect(denominatorCount + left).toBe(given.length)
          expect(numeratorCount).toBeLessThanOrEqual(denominatorCount)
          if (share !== "None") expect(share * denominatorCount).toBeCloseTo(numeratorCount, 9)
          expect(share === "None").toBe(denominatorCount === 0)
        }
        const { closing, onTime, handling, handledOnTime } = rates
        expect(onTime.numeratorCount).toBeLessThanOrEqual(closing.numeratorCount)
        expect(handledOnTime.numeratorCount).toBeLessThanOrEqual(handling.numeratorCount)
        expect(CaseRates.of([...given].reverse(), { fromSec: 20, untilSec: 80 })).toEqual(rates)
      }),
      { numRuns: 150 }
    )
  })

  test("a period without a whole second is an error, every rate has a name in both languages", () => {
    for (const [fromSec, untilSec] of [
      [5, 5],
      [6, 5],
      [0.5, 5],
      [0, Number.POSITIVE_INFINITY]
    ] as const) {
      expect(() => CaseRates.of([], { fromSec, untilSec })).toThrow(RangeError)
    }
    expect(Object.keys(CaseRates.labels)).toEqual(Object.keys(CaseRates.of([], december)))
  })
})

const rowOf = (commands: ReadonlyArray<CaseCommand.CaseCommand>, atSec: number) =>
  RateRow.of(after(commands), atSec)

describe("rows of cases", () => {
  test("a case written off in time is closed and not late", () => {
    const row = rowOf(path.writtenOff(50), 60)
    expect(row).toEqual({
      reportedSec: 50,
      dueSec: 50 + 7 * day,
      end: "WrittenOff",
      isFiled: true,
      isLate: false,
      isClaimed: true,
      wasClaimed: true,
      isVerified: true,
      wasAssigned: true,
      followUp: "Reached",
      satisfaction: "Satisfied",
      returnCount: 0,
      extensionCount: 0,
      reworkCount: 0,
      reopenCount: 0
    })
  })

  test("an open case is late from the second after its due second on, and not before", () => {
    const due = 7 * day
    const late = [due - 1, due, due + 1].map((atSec) => rowOf(path.inProgress(0), atSec).isLate)
    expect(late).toEqual([false, false, true])
  })

  test("a case closed late stays late, one claimed in time and written off later is not", () => {
    const claim = (atSec: number) => [
      ...path.inProgress(0),
      command.resolve(atSec),
      command.plain("BeginFollowUp", 9 * day),
      command.followUp(9 * day, "NotReached"),
      command.writeOff(9 * day)
    ]
    expect(rowOf(claim(7 * day), 10 * day)).toMatchObject({ isLate: false, followUp: "NotReached" })
    expect(rowOf(claim(7 * day + 1), 10 * day)).toMatchObject({ isLate: true, end: "WrittenOff" })
  })

  test("filed means sent on by intake: triaged or further, suspended cases by where they were", () => {
    const filed = [
      path.reported(0),
      path.verified(0),
      [...path.verified(0), command.plain("Reject", 1)],
      path.triaged(0),
      [...path.inProgress(0), command.suspend(1, day)],
      path.writtenOff(0)
    ].map((commands) => rowOf(commands, day).isFiled)
    expect(filed).toEqual([false, false, false, true, true, true])
  })

  test("every other end is told, and an unresolved follow-up leaves a reopened case", () => {
    const endOf = (one: CaseCommand.CaseCommand) => rowOf([...path.reported(0), one], 9).end
    expect(endOf(command.plain("Reject", 1))).toBe("Rejected")
    expect(endOf(command.plain("Withdraw", 1))).toBe("Withdrawn")
    expect(endOf(command.merge(1))).toBe("Merged")
    const again = rowOf([...path.followUp(0), command.followUp(1, "NotResolved")], 9)
    expect(again).toMatchObject({ end: "Open", isClaimed: false, wasClaimed: true, reopenCount: 1 })
  })

  test("a row before the last event of its case is an error", () => {
    const item = after(path.inProgress(50))
    expect(() => RateRow.of(item, 49)).toThrow(RangeError)
    expect(RateRow.of(item, 50).reportedSec).toBe(50)
    expect(Case.isClosed(item)).toBe(false)
  })
})
