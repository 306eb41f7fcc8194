import { describe, expect, it } from "vitest"
import * as Problem from "../src/Problem.ts"
import * as Rules from "../src/Rules.ts"
import * as Workspace from "../src/Workspace.ts"

type Files = Readonly<Record<string, string>>

const doc = "/** A thing.\n * @category things\n * @since 0.1.0\n */\n"
const moduleDoc = "/** What lives here. */\n"
const zero = `${moduleDoc}\n${doc}export const zero = 0\n`

/** A package that keeps every rule: `place` is `<layer>/<short>`, `uses` are other places. */
const aPackage = (place: string, uses: ReadonlyArray<string> = [], sources: Files = {}): Files => {
  const folder = `packages/${place}`
  const short = (other: string): string => other.split("/")[1] ?? ""
  const imports = uses.map(
    (other) => `import { Zero as ${short(other)} } from "@wangge/${short(other)}"`
  )
  const all: Files = {
    "Zero.ts": `${moduleDoc}${imports.join("\n")}\n${doc}export const zero = 0\n`,
    "index.ts": `${moduleDoc}export * as Zero from "./Zero.ts"\n`,
    ...sources
  }
  return {
    [`${folder}/package.json`]: JSON.stringify({
      name: `@wangge/${short(place)}`,
      exports: { ".": "./src/index.ts" },
      dependencies: Object.fromEntries(uses.map((other) => [`@wangge/${short(other)}`, "^0.0.0"]))
    }),
    [`${folder}/tsconfig.json`]: JSON.stringify({
      references: uses.map((other) => ({ path: `../../${other}` }))
    }),
    [`${folder}/typedoc.json`]: "{}",
    [`${folder}/README.md`]: "# A package\n",
    [`${folder}/test/Zero.test.ts`]: 'import { it } from "vitest"\nit("is", () => {})\n',
    ...Object.fromEntries(
      Object.entries(all).map(([name, text]) => [`${folder}/src/${name}`, text])
    )
  }
}

const root = (places: ReadonlyArray<string>): Files => ({
  "package.json": JSON.stringify({ devDependencies: { vitest: "1", effect: "4" } }),
  "tsconfig.json": JSON.stringify({
    references: places.map((path) => ({ path: `packages/${path}` }))
  })
})

const places = ["core/facts", "core/calendar", "lab/des", "adapter/workers", "face/cli"]
const good: Files = {
  ...root(places),
  ...aPackage("core/facts"),
  ...aPackage("core/calendar", ["core/facts"]),
  ...aPackage("lab/des"),
  ...aPackage("adapter/workers", ["core/calendar"]),
  ...aPackage("face/cli", ["core/facts"])
}

const facts = "packages/core/facts/src"
const des = "packages/lab/des/src"
const cli = "packages/face/cli/src"
const manyLines = (count: number): string => "  zero\n".repeat(count)

/** What breaks which rule: the files that are put over the good ones, and the message's start. */
const breaches: ReadonlyArray<readonly [rule: string, files: Files, message: string]> = [
  ["directions", { [`${facts}/A.ts`]: 'import "@wangge/cli"' }, "points right"],
  ["directions", { [`${facts}/A.ts`]: 'export * from "@wangge/calendar"' }, "is against the order"],
  ["directions", { [`${facts}/A.ts`]: 'type A = import("@wangge/des").Zero' }, "points right"],
  ["directions", { [`${facts}/A.ts`]: 'const a = import("@wangge/des")' }, "points right"],
  ["directions", { [`${des}/A.ts`]: 'import "@wangge/facts"' }, "imports @wangge/facts, but des"],
  [
    "directions",
    { [`${cli}/A.ts`]: 'import "@wangge/facts/internal/a.ts"' },
    "imports @wangge/facts/i"
  ],
  [
    "directions",
    { [`${cli}/A.ts`]: 'import "../../../core/facts/src/Zero.ts"' },
    "imports packages/core"
  ],
  ["directions", { [`${cli}/A.ts`]: 'import "@wangge/workers"' }, "imports an adapter"],
  ["directions", { [`${facts}/A.ts`]: 'import "./index.ts"' }, "imports its own index.ts"],
  ["directions", { [`${facts}/A.ts`]: 'import "@wangge/facts"' }, "imports its own package"],
  ["directions", { [`${facts}/A.ts`]: 'import "node:fs"' }, "imports node:fs"],
  ["directions", { [`${facts}/A.ts`]: 'import "left-pad"' }, "imports left-pad"],
  [
    "directions",
    { [`${facts}/A.ts`]: 'import { Schema } from "effect"' },
    "imports effect; in core"
  ],
  [
    "directions",
    { [`${facts}/ASchema.ts`]: 'import { Effect } from "effect"' },
    "imports Effect from"
  ],
  ["directions", { [`${des}/A.ts`]: 'import fc from "fast-check"' }, "imports fast-check"],
  ["directions", { "packages/core/facts/test/A.test.ts": 'import "@wangge/cli"' }, "points right"],
  [
    "directions",
    { "examples/01/main.ts": 'import "@wangge/facts/src/Zero.ts"' },
    "imports @wangge/facts/s"
  ],
  [
    "directions",
    { "bench/a.bench.ts": 'import "../packages/lab/des/src/Zero.ts"' },
    "imports packages/lab"
  ],
  ["directions", aPackage("core/weather"), "weather has no place yet"],
  ["directions", aPackage("cloud/sky"), "cloud is not a layer"],
  [
    "one file per library",
    { [`${facts}/A.ts`]: 'import "gcoord"', [`${facts}/B.ts`]: 'import "gcoord"' },
    "imports gcoord, which already has its one file"
  ],
  [
    "file cycles",
    { [`${facts}/A.ts`]: 'import "./B.ts"', [`${facts}/B.ts`]: 'export * from "./A.ts"' },
    "is part of a cycle"
  ],
  [
    "package cycles",
    { [`${facts}/A.ts`]: 'import type {} from "@wangge/calendar"' },
    "is part of a cycle"
  ],
  ["dependencies", { [`${facts}/A.ts`]: 'import "gcoord"' }, "uses gcoord undeclared"],
  [
    "dependencies",
    { "packages/core/facts/test/A.test.ts": 'import "left-pad"' },
    "uses left-pad undeclared in its tests"
  ],
  ["dependencies", { "packages/core/calendar/src/Zero.ts": zero }, "declares @wangge/facts unused"],
  [
    "references",
    { "packages/core/calendar/tsconfig.json": "{}" },
    "references: lacks packages/core/facts"
  ],
  ["references", root(places.slice(1)), "references: lacks packages/core/facts"],
  ["references", root([...places, "core/gone"]), "references: needs no packages/core/gone"],
  [
    "faces",
    { "packages/core/grid/package.json": '{ "name": "@wangge/grid" }' },
    "has no README.md"
  ],
  ["names", { [`${facts}/Utils.ts`]: zero }, '"utils" says nothing'],
  ["names", { "packages/core/facts/test/helpers/a.ts": zero }, '"helpers" says nothing'],
  ["nouns", { [`${facts}/smallThing.ts`]: zero }, "is not named after its noun"],
  ["file sizes", { [`${facts}/A.ts`]: zero + manyLines(300) }, "has 307 lines"],
  [
    "function sizes",
    { [`${facts}/A.ts`]: `export const f = () => {\n${manyLines(59)}}` },
    "starts a function of 61 lines"
  ],
  ["machine", { [`${facts}/A.ts`]: "const a = new Date(0)" }, "uses Date"],
  ["machine", { [`${facts}/A.ts`]: "type A = { readonly at: Date }" }, "uses Date"],
  ["machine", { [`${des}/A.ts`]: "console.log(1)" }, "uses console"],
  ["promises", { [`${facts}/A.ts`]: "const f = async () => 1" }, "is async"],
  ["promises", { [`${facts}/A.ts`]: "const a = await f()" }, "awaits"],
  ["promises", { [`${facts}/A.ts`]: "type A = Promise<number>" }, "uses Promise"],
  ["exact numbers", { [`${des}/A.ts`]: "const a = Math.log(2)" }, "uses Math.log"],
  ["exact numbers", { [`${des}/A.ts`]: "const { exp } = Math" }, "uses Math as a value"],
  ["exact numbers", { [`${des}/A.ts`]: 'const a = Math["sin"](1)' }, "uses Math as a value"],
  ["exact numbers", { [`${des}/A.ts`]: "const a = b ** 2" }, "uses the power operator"],
  ["exact numbers", { [`${facts}/A.ts`]: "let a = 2\na **= 2" }, "uses the power operator"],
  ["edges", { [`${facts}/A.ts`]: "try { f() } catch { g() }" }, "tries and catches"],
  ["edges", { [`${des}/A.ts`]: "const a = Date.now()" }, "uses Date.now"],
  ["edges", { [`${des}/A.ts`]: "const a = Math.random()" }, "uses Math.random"],
  ["named exports", { [`${cli}/A.ts`]: "export default 1" }, "exports by default"],
  ["named exports", { [`${cli}/A.ts`]: "export default function f() {}" }, "exports by default"],
  [
    "index",
    { [`${facts}/index.ts`]: `${moduleDoc}export const a = 1` },
    "does more than re-export"
  ],
  [
    "index",
    { [`${facts}/index.ts`]: 'export * as A from "./internal/a.ts"' },
    "re-exports ./internal"
  ],
  ["index", { [`${facts}/index.ts`]: 'export * as One from "./Zero.ts"' }, "exports Zero as One"],
  ["index", { [`${facts}/index.ts`]: 'export * from "effect"' }, "re-exports effect"],
  ["module comments", { [`${facts}/A.ts`]: "const a = 1" }, "does not open with a module comment"],
  [
    "docstrings",
    { [`${facts}/A.ts`]: `${moduleDoc}\nexport const a = 1` },
    "a is exported without @category"
  ],
  ["docstrings", { [`${facts}/A.ts`]: "export type A = 1" }, "A is exported without a docstring"],
  [
    "docstrings",
    { [`${facts}/A.ts`]: "/**\n * @category a\n * @since 0.1.0\n */\nexport class A {}" },
    "A is exported without a first sentence"
  ],
  ["languages", { [`${facts}/A.ts`]: 'const a = { en: "a" }' }, "says en and not zh"],
  ["languages", { [`${facts}/A.ts`]: "type A = { readonly zh: string }" }, "says zh and not en"],
  [
    "languages",
    { [`${facts}/A.ts`]: 'const a = { en: "a", zh: "" }' },
    "has a word in one language"
  ],
  ["tests", { "packages/core/facts/test/A.test.ts": 'it.only("a", f)' }, "is marked .only"],
  ["tests", { "packages/core/facts/test/A.test.ts": 'describe.skip("a", f)' }, "is marked .skip"],
  ["tests", { "examples/01/main.test.ts": 'test.each([1]).fails("a", f)' }, "is marked .fails"],
  [
    "machine paths",
    { "docs/a.md": `See ${"/home"}/someone/notes.` },
    "names a place on one machine"
  ],
  ["links", { "docs/a.md": "[gone](gone.md)" }, "links to gone.md: not there"]
]

const messagesOf = (name: string, files: Files): ReadonlyArray<string> => {
  const rule = Rules.all.find((other) => other.name === name)
  return rule?.check(Workspace.of(files)).map(({ message }) => message) ?? [`no rule ${name}`]
}

describe("Rules", () => {
  it.each(Rules.all)("$name is kept by a good repository", (rule) => {
    expect(rule.check(Workspace.of(good)).map(Problem.print)).toEqual([])
  })

  it.each(breaches.map(([name, files, message]) => ({ name, files, message })))(
    "$name: $message",
    ({ name, files, message }) => {
      const found = messagesOf(name, { ...good, ...files })
      expect(
        found.some((one) => one.startsWith(message)),
        found.join("\n")
      ).toBe(true)
    }
  )

  it("every rule is broken by something here", () => {
    const tried = new Set(breaches.map(([name]) => name))
    expect(Rules.all.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([])
  })
})

describe("what looks like a breach and is none", () => {
  const fine: ReadonlyArray<readonly [rule: string, text: string]> = [
    ["machine", "const process = 1\nexport const a = { Date: process, console: 2 }.console"],
    ["exact numbers", "const a = 2n ** 64n + BigInt(Math.floor(Math.sqrt(2)))"],
    ["file cycles", 'import type { A } from "./Zero.ts"'],
    ["languages", 'const axis = { en: "", zh: "" }'],
    ["function sizes", `export const f = () => {\n${manyLines(58)}}`],
    ["edges", "try { f() } finally { g() }"]
  ]

  it.each(fine)("%s", (name, text) => {
    expect(messagesOf(name, { ...good, [`${facts}/A.ts`]: text })).toEqual([])
  })

  it("directions allows the file that starts the program to import an adapter", () => {
    const files = { ...good, [`${cli}/main.ts`]: 'import "@wangge/workers"' }
    expect(messagesOf("directions", files)).toEqual([])
  })

  it("directions allows schemas to import Schema, and tests what tests need", () => {
    const files = {
      ...good,
      [`${facts}/FactSchema.ts`]: 'import { Schema } from "effect"',
      "packages/core/facts/test/A.test.ts":
        'import fc from "fast-check"\nimport "node:fs"\nimport "../src/internal/a.ts"'
    }
    expect(messagesOf("directions", files)).toEqual([])
  })

  it("links allows pages, folders, anchors and other sites", () => {
    const text =
      "[a](../package.json#x) [b](../packages/core) [c](#here) [d](https://a.example/b)\n`[e](f)`"
    expect(messagesOf("links", { ...good, "docs/a.md": text })).toEqual([])
  })
})

describe("exceptions", () => {
  const files = { ...good, [`${facts}/A.ts`]: "try { f() } catch { g() }" }
  const workspace = Workspace.of(files)
  const exception = { rule: "edges", path: `${facts}/A.ts`, reason: "for this test" }

  it("excuse what they name and nothing else", () => {
    const edges = Rules.all.find(({ name }) => name === "edges")
    if (edges === undefined) throw new Error("no rule edges")
    expect(Rules.unexcused(edges, workspace, [exception])).toEqual([])
    expect(Rules.unexcused(edges, workspace, [{ ...exception, message: "Date" }])).toHaveLength(1)
    expect(Rules.unexcused(edges, workspace, [{ ...exception, path: "other" }])).toHaveLength(1)
  })

  it("are stale when they excuse nothing", () => {
    expect(Rules.stale(workspace, [exception])).toEqual([])
    expect(Rules.stale(Workspace.of(good), [exception])).toEqual([exception])
    expect(Rules.stale(workspace, [{ ...exception, rule: "no such rule" }])).toHaveLength(1)
  })
})
