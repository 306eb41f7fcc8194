import { readFileSync, writeFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import {
  AuditProblem,
  Erasure,
  Ledger,
  LedgerDecider,
  LedgerRejection,
  LedgerRules
} from "../src/index.ts"
import { bank, examples, policy, shown } from "./refusalExamples.ts"

const rules = LedgerRules.compile(policy)

const refusalOf = ({ before, refused }: (typeof examples)[number]) => {
  const ledger = Ledger.make()
  for (const command of [...bank, ...before]) {
    const answer = Ledger.post(rules, ledger, command)
    expect(answer.ok, JSON.stringify(answer)).toBe(true)
  }
  const answer = LedgerDecider.decide(rules, ledger, refused)
  if (answer.ok) throw new Error(`${refused.id} was accepted`)
  return answer.rejection
}

describe("the refusals", () => {
  test.each(examples.map((example) => [example.code, example] as const))("%s", (code, example) => {
    const { code: found, members } = refusalOf(example)
    // The time of a group's member is refused within the refusal of its group.
    expect(code === "GroupTime" ? members[0]?.code : found).toBe(code)
  })

  test("every code has its example, in the order of the checks", () => {
    expect(examples.map(({ code }) => code)).toEqual(LedgerRejection.order)
  })
})

/** The page of the docs, with its tables between marks; `WANGGE_WRITE=1` writes them anew. */
const page = new URL("../../../../docs/timebank.md", import.meta.url)

const between = (name: string): string => {
  const text = readFileSync(page, "utf8")
  return new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)<!-- /${name} -->`).exec(text)?.[1] ?? ""
}

const agree = (name: string, table: string): void => {
  if (process.env.WANGGE_WRITE === "1") {
    const text = readFileSync(page, "utf8")
    const block = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`)
    writeFileSync(
      page,
      text.replace(block, (_, begin, end) => `${begin}${table}${end}`)
    )
  }
  expect(between(name)).toBe(table)
}

const row = (cells: ReadonlyArray<string | number>): string => `| ${cells.join(" | ")} |\n`

describe("docs/timebank.md", () => {
  test("has the refusals in the order of the checks, each with an example that is run", () => {
    const rows = examples.map((example, index) => {
      const rejection = refusalOf(example)
      const words = LedgerRejection.describe(rejection)
      const before = example.before.map((command) => `\`${shown(command)}\`, then `).join("")
      return row([
        index + 1,
        `\`${example.code}\``,
        LedgerRejection.stageOf[example.code],
        `${before}\`${shown(example.refused)}\``,
        words.en,
        words.zh
      ])
    })
    const head = row(["", "code", "stage", "for example", "it says", "中文"])
    agree("refusals", `${head}${row(["---", "---", "---", "---", "---", "---"])}${rows.join("")}`)
  })

  test("has what can be wrong with a journal", () => {
    const rows = AuditProblem.codes.map((code) =>
      row([`\`${code}\``, AuditProblem.words[code].en, AuditProblem.words[code].zh])
    )
    agree(
      "problems",
      `${row(["code", "it says", "中文"])}${row(["---", "---", "---"])}${rows.join("")}`
    )
  })

  test("has what stays after a person is erased", () => {
    const rows = Erasure.afterwards.map(({ what, label, isErased }) =>
      row([`\`${what}\``, isErased ? "gone" : "stays", label.en, label.zh])
    )
    agree(
      "stays",
      `${row(["what", "", "why", "中文"])}${row(["---", "---", "---", "---"])}${rows.join("")}`
    )
  })
})
