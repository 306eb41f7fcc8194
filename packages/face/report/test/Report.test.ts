import { createHash } from "node:crypto"
import { Helong } from "@wangge/localities"
import { NumberText, Report } from "@wangge/report"
import { Outcome, Preset } from "@wangge/simulator"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { script, scriptHash, styleSheet } from "../src/internal/styleSheet.ts"
import { aRun, aStudy, assumptions } from "./aStudy.ts"
import { doubledIds, problemOf, textOf } from "./wellFormed.ts"

const page = Report.toHtml(aStudy())

describe("the page", () => {
  test("is well formed and gives every id once", () => {
    expect(problemOf(page)).toBeNull()
    expect(doubledIds(page)).toEqual([])
  })

  test("loads nothing: no addresses in attributes or style, and a policy that forbids it", () => {
    expect(page).not.toMatch(/https?:|\ssrc=|url\((?!#)|@import|<link|<iframe|<img/i)
    expect([...page.matchAll(/href="([^"]*)"/g)].every((match) => match[1]?.startsWith("#"))).toBe(
      true
    )
    expect(page).toContain("default-src &#39;none&#39;")
  })

  test("every link and every described-by leads to an id that exists", () => {
    const targets = [
      ...page.matchAll(/href="#([^"]*)"/g),
      ...page.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g),
      ...page.matchAll(/url\(#([^)]*)\)/g),
      ...page.matchAll(/ for="([^"]*)"/g)
    ].map((match) => match[1] ?? "")
    expect(targets.length).toBeGreaterThan(30)
    for (const target of targets) expect(page).toContain(` id="${target}"`)
  })

  test("the content policy names the hash of the one script", () => {
    expect(createHash("sha256").update(script).digest("base64")).toBe(scriptHash)
    expect(page.match(/<script>/g)).toHaveLength(1)
    expect(page).toContain(scriptHash.replace(/[&<>"']/g, ""))
  })

  test("equal studies give equal bytes", () => {
    expect(Report.toHtml(aStudy())).toBe(page)
  })

  test("every picture has a title and a caption in words", () => {
    const count = (pattern: RegExp): number => page.match(pattern)?.length ?? 0
    expect(count(/<figure /g)).toBe(12)
    expect(count(/<svg /g)).toBe(12)
    expect(count(/<figcaption [^>]*>[^<]{20,}<\/figcaption>/g)).toBe(12)
    expect(count(/<table>/g)).toBe(count(/<caption>/g))
  })

  test("folded tables are opened for paper by style alone", () => {
    expect(styleSheet).toContain("details::details-content{content-visibility:visible")
  })
})

describe("languages", () => {
  test("the chosen language comes first and is the page's language", () => {
    const chinese = Report.toHtml(aStudy(), { lang: "zh" })
    expect(page).toContain('<html lang="en">')
    expect(chinese).toContain('<html lang="zh-CN">')
    expect(chinese).toMatch(/id="lang-zh"[^>]*checked="checked"/)
    expect(chinese).not.toMatch(/id="lang-en"[^>]*checked/)
    expect(problemOf(chinese)).toBeNull()
  })

  test("both articles have the same structure", () => {
    const shapeOf = (lang: string, tag: string): string =>
      [
        ...page
          .slice(page.indexOf(`lang="${tag}"><header`))
          .split("</article>\n")[0]!
          .matchAll(/ id="([^"]*)"/g)
      ]
        .map((match) => match[1] ?? "")
        .filter((id) => id.endsWith(`-${lang}`))
        .map((id) => id.slice(0, -3))
        .join()
    expect(shapeOf("en", "en")).toBe(shapeOf("zh", "zh-CN"))
    expect(shapeOf("en", "en").split(",").length).toBeGreaterThan(15)
  })

  test("no sentence keeps an unfilled place", () => {
    expect(textOf(page, "en")).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
    expect(textOf(page, "zh")).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
  })

  test("the English article has Chinese only where a source or the locality is quoted", () => {
    expect(textOf(page, "en").replaceAll("三级网格69个", "")).not.toMatch(/\p{Script=Han}/u)
  })

  test("the Chinese article shows the Chinese words of every outcome", () => {
    const chinese = textOf(page, "zh")
    for (const { label, definition } of Outcome.definitions) {
      expect(chinese).toContain(label.zh)
      expect(chinese).toContain(definition.zh)
    }
  })
})

describe("figures", () => {
  test("every outcome of the table is the study's, in both languages", () => {
    const study = aStudy()
    for (const lang of ["en", "zh"] as const) {
      const text = textOf(page, lang)
      for (const outcome of study.outcomes) {
        const digits = NumberText.digits(outcome.unit, outcome.halfWidth)
        const mean = NumberText.ofUnit({ value: outcome.mean, unit: outcome.unit, digits }, lang)
        const label = Outcome.find(outcome.id)?.label[lang]
        const mark = outcome.inputDetermined ? `.{0,40}` : ""
        expect(text).toMatch(
          new RegExp(`${escapeRegExp(label ?? "")} ${outcome.id} ${mark} ?${escapeRegExp(mean)} `)
        )
      }
    }
  })

  test("the headline says the interval in words", () => {
    const study = aStudy()
    const onTime = study.outcomes.find((outcome) => outcome.id === "onTimeShare")
    const low = ((onTime?.mean ?? 0) - (onTime?.halfWidth ?? 0)) * 100
    const high = ((onTime?.mean ?? 0) + (onTime?.halfWidth ?? 0)) * 100
    expect(textOf(page, "en")).toContain(
      `About 93 of 100 due cases were handled in time (95 % interval ${low.toFixed(1)} to ${high.toFixed(1)}).`
    )
  })

  test("claimed, verified and true resolution stand side by side with their gap", () => {
    const study = aStudy()
    const mean = (id: Outcome.Id): number => study.outcomes.find((o) => o.id === id)?.mean ?? 0
    const gap = (100 * (mean("claimedResolution") - mean("trueResolution"))).toFixed(1)
    expect(textOf(page, "en")).toContain(
      `The claim stands ${gap} percentage points above the truth`
    )
  })

  test("an input-determined outcome is marked and the deciding assumption named", () => {
    expect(textOf(page, "en")).toContain(
      "Truly resolved is decided mostly by “A claim is true”".replace(
        "Truly resolved",
        Outcome.find("trueResolution")?.label.en ?? ""
      )
    )
    expect(page.match(/class="mark"/g)?.length).toBe(2)
  })

  test("a study without probes says why nothing is marked", () => {
    const quiet = textOf(Report.toHtml(aStudy({ probes: [] })), "en")
    expect(quiet).toContain("No outcome is marked: either no assumption was switched")
  })

  test("the conservation sum is checked, not asserted", () => {
    const good = aStudy()
    expect(textOf(page, "en")).toContain("holds exactly in 5 of 5 replications and in 345 of 345")
    const broken = {
      ...aRun(0),
      conservation: {
        ...aRun(0).conservation,
        merged: aRun(0).conservation.merged + 1,
        byGrid: aRun(0).conservation.byGrid.map((count, index) => (index === 3 ? count + 1 : count))
      }
    }
    const bad = Report.toHtml(aStudy({ runs: [broken, ...good.runs.slice(1)] }))
    expect(textOf(bad, "en")).toContain("holds exactly in 4 of 5 replications and in 344 of 345")
  })

  test("every assumption appears with its provenance, changed ones with the preset's value", () => {
    const text = textOf(page, "en")
    for (const row of assumptions) {
      expect(text).toContain(row.label.en)
      expect(text).toContain(row.path)
    }
    expect(text).toContain("Helong: “三级网格69个”")
    expect(text).toContain("about 33,936")
    expect(text).toContain("at least 269")
    expect(text).toContain("▲ changed in this scenario, preset value 0.93")
    expect(page.match(/<tr class="changed">/g)).toHaveLength(2)
  })

  test("the places and people that are merely assumed are named in one sentence", () => {
    const [grids] = assumptions
    const assumed = { kind: "assumed", reason: "the report names none" } as const
    const desk = {
      ...grids!,
      path: "staff.subdistrictStaff",
      label: { en: "Desk", zh: "经办人员" }
    }
    const rows = [...assumptions, { ...desk, value: 16, provenance: assumed }]
    const some = Report.toHtml(aStudy({ assumptions: rows }))
    expect(textOf(some, "en")).toContain("no source states them: Desk 16.")
    expect(textOf(some, "zh")).toContain("属于假定的有：经办人员 16。")
    expect(textOf(page, "en")).not.toContain("no source states them")
  })
})

describe("repeating the run", () => {
  test("a preset is repeated by its name", () => {
    expect(page).toContain("wangge simulate helong --days 365 --replications 5 --seed 7")
  })

  test("a preset of another length is still repeated by its name", () => {
    const preset = Preset.ofLocality(Helong.locality)
    const scenario = { ...preset, calendar: { ...preset.calendar, days: 90 } }
    expect(Report.toHtml(aStudy({ scenario }))).toContain("wangge simulate helong --days 90 ")
  })

  test("a changed scenario is repeated from its file", () => {
    const preset = Preset.ofLocality(Helong.locality)
    const scenario = { ...preset, policy: { ...preset.policy, shiftEnd: "finish" as const } }
    const changed = Report.toHtml(aStudy({ scenario }))
    expect(changed).toContain("wangge simulate scenario.json --replications 5 --seed 7")
    const own = { ...preset, locality: "own" }
    expect(Report.toHtml(aStudy({ scenario: own }))).toContain("wangge simulate scenario.json")
    const without = Report.toHtml(aStudy({ scenario: own, hasPreset: false }))
    expect(textOf(without, "en")).toContain("no known preset")
  })
})

describe("hostile and missing values", () => {
  const nasty = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "<script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "</style><script>",
      "</article>",
      "{name} {days}",
      "$& $1",
      "\u0000\u001b[31m\ud800"
    )
  )

  test("texts of a study never become markup", () => {
    const study = aStudy({ runCount: 2 })
    fc.assert(
      fc.property(nasty, nasty, nasty, (name, text, path) => {
        const [first] = assumptions
        const html = Report.toHtml({
          ...study,
          runHash: text,
          scenario: { ...study.scenario, locality: path, name: { en: name, zh: text } },
          notes: [{ code: path, en: text, zh: name }],
          assumptions:
            first === undefined
              ? []
              : [
                  {
                    ...first,
                    path,
                    unit: text,
                    label: { en: name, zh: path },
                    provenance: { kind: "public", source: text }
                  }
                ],
          probes: [
            {
              assumption: path,
              label: { en: name, zh: text },
              from: 1,
              to: 2,
              outcome: "petitions",
              elasticity: 1
            }
          ],
          runs: study.runs.map((run) => ({
            ...run,
            communities: run.communities.map((community) => ({ ...community, id: text })),
            categories: run.categories.map((category) => ({ ...category, category: name }))
          }))
        })
        expect(html.match(/<script>/g)).toHaveLength(1)
        expect(html).not.toMatch(/<img/)
        expect(problemOf(html)).toBeNull()
      }),
      { numRuns: 100, seed: 20_260_101 }
    )
  })

  test("NaN and null everywhere still give a whole page that says none", () => {
    const nothing = Number.NaN
    const empty = {
      ...aRun(0),
      outcomes: Object.fromEntries(Outcome.ids.map((id) => [id, nothing]))
    }
    const run = {
      ...aRun(0),
      outcomes: { ...aRun(0).outcomes, ...empty.outcomes },
      hoursToCloseByLevel: [[], [], [], []],
      useByHourOfWeek: aRun(0).useByHourOfWeek.map(() => nothing),
      communities: aRun(0).communities.map((row) => ({ ...row, due: 0, closedInTime: 0 })),
      useByWorkerKind: {
        ...aRun(0).useByWorkerKind,
        onCall: {
          workerCount: 0,
          availableHours: 0,
          caseHours: 0,
          dutyHours: 0,
          overtimeHours: 0,
          gini: nothing
        }
      }
    }
    const html = Report.toHtml(aStudy({ runs: [run] }))
    expect(problemOf(html)).toBeNull()
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
    expect(textOf(html, "en")).toContain("None: no replication could compute it.")
    expect(textOf(html, "en")).toContain("No case fell due in any community.")
    expect(textOf(html, "en")).toContain("no grid worker is ever on shift")
    expect(textOf(html, "en")).toContain("no hours on shift")
    expect(textOf(html, "zh")).toContain("无")
  })

  test("one replication has means but says that intervals need two", () => {
    const html = Report.toHtml(aStudy({ runCount: 1 }))
    expect(problemOf(html)).toBeNull()
    expect(textOf(html, "en")).toContain("no interval: it takes two replications")
    expect(html).not.toMatch(/NaN|Infinity/)
  })

  test("any length from 1 day on gives a whole page", () => {
    const study = aStudy({ runCount: 1 })
    const { scenario } = study
    const single = aRun(0)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), (days) => {
        const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) => week % 5)
        const run = { ...single, raisedByWeek: weeks, closedByWeek: weeks, openByWeek: weeks }
        const calendar = { ...scenario.calendar, days }
        const html = Report.toHtml({ ...study, runs: [run], scenario: { ...scenario, calendar } })
        expect(problemOf(html)).toBeNull()
        expect(html).not.toMatch(/NaN|Infinity|undefined/)
      }),
      { numRuns: 100, seed: 7, examples: [[1], [6], [7], [8], [365], [366]] }
    )
  })

  test("a waiting level without workers and a shock are told", () => {
    const run = { ...aRun(0), waitingForNobody: 12 }
    const preset = Preset.ofLocality(Helong.locality)
    const shock = {
      kind: "absence",
      share: 0.5,
      fromDay: 3,
      days: 4,
      firstGrid: 0,
      grids: 5
    } as const
    const html = Report.toHtml(
      aStudy({ runs: [run, run], scenario: { ...preset, shocks: [shock] } })
    )
    expect(textOf(html, "en")).toContain("12 cases on average wait for a level that has no worker")
    expect(textOf(html, "en")).toContain("50 % of the grid workers away")
  })
})

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
