import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as SelfTest from "../src/SelfTest.ts"

const page = readFileSync(new URL("../../../../docs/selftest.md", import.meta.url), "utf8")

test("the page about the self-test lists every case with its method and source, in order", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| `"))
  const expected = SelfTest.cases.map(
    ({ id, title, method, source, isControl }) =>
      `| \`${id}\` | ${title.en} | ${isControl ? "wrong on purpose: " : ""}${method.en} | ${source} |`
  )
  expect(rows).toEqual(expected)
  expect(page).toContain(`There are ${SelfTest.estimateCount} right values.`)
})
