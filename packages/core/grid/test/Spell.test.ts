import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Spell } from "../src/index.ts"

const spells = fc.array(
  fc.record({ fromSec: fc.nat({ max: 12 }), untilSec: fc.nat({ max: 12 }) }),
  {
    maxLength: 8
  }
)
const seconds = Array.from({ length: 14 }, (_, atSec) => atSec - 1)

describe("spells", () => {
  it("agree with counting every second: at once, overlap, changes", () => {
    fc.assert(
      fc.property(spells, (some) => {
        const counts = seconds.map(
          (atSec) => some.filter((spell) => Spell.isInForce(spell, atSec)).length
        )
        expect(Spell.mostAtOnce(some)).toBe(Math.max(...counts))
        for (const one of some) {
          for (const other of some) {
            const both = seconds.some(
              (atSec) => Spell.isInForce(one, atSec) && Spell.isInForce(other, atSec)
            )
            expect(Spell.overlap(one, other)).toBe(both)
          }
          expect(Spell.isEmpty(one)).toBe(!seconds.some((atSec) => Spell.isInForce(one, atSec)))
        }
        const changes = Spell.changesOf(some)
        const inForceAt = (atSec: number) =>
          some.map((spell) => Spell.isInForce(spell, atSec)).join()
        for (const atSec of seconds) {
          if (inForceAt(atSec) !== inForceAt(atSec - 1)) expect(changes).toContain(atSec)
        }
      })
    )
  })

  it("find the first second that nothing covers, and the end when there is none", () => {
    fc.assert(
      fc.property(
        fc.record({ fromSec: fc.nat({ max: 12 }), untilSec: fc.nat({ max: 12 }) }),
        spells,
        (spell, covers) => {
          const bare = seconds.find(
            (atSec) =>
              Spell.isInForce(spell, atSec) &&
              !covers.some((cover) => Spell.isInForce(cover, atSec))
          )
          expect(Spell.firstGap(spell, covers)).toBe(bare ?? spell.untilSec)
        }
      )
    )
  })
})
