import { describe, expect, it } from "vitest"
import * as DocFence from "../src/DocFence.ts"
import * as Workspace from "../src/Workspace.ts"

const page = ["# Title", "", "```ts", "a // => 1", "```", "", "```ts no-run", "b", "```", ""].join(
  "\n"
)

describe("DocFence", () => {
  it("finds the ts fences of pages with their first line of code", () => {
    const workspace = Workspace.of({ "README.md": page, "docs/guides/first.md": page })
    expect(DocFence.all(workspace)).toEqual([
      { path: "README.md", line: 4, code: "a // => 1", isRun: true },
      { path: "README.md", line: 8, code: "b", isRun: false },
      { path: "docs/guides/first.md", line: 4, code: "a // => 1", isRun: true },
      { path: "docs/guides/first.md", line: 8, code: "b", isRun: false }
    ])
  })

  it("reads README files of packages and examples, and no other page", () => {
    const paths = [
      "CHANGELOG.md",
      "README.zh-CN.md",
      "examples/01-first-case/README.md",
      "packages/core/a/README.md",
      "packages/core/a/src/notes.md",
      "packages/tidy/README.md"
    ]
    const workspace = Workspace.of(Object.fromEntries(paths.map((path) => [path, page])))
    expect([...new Set(DocFence.all(workspace).map(({ path }) => path))]).toEqual([
      "README.zh-CN.md",
      "examples/01-first-case/README.md",
      "packages/core/a/README.md",
      "packages/tidy/README.md"
    ])
  })

  it("finds the fences of docstrings, of members too, without their stars", () => {
    const text = [
      "/** One. */",
      "export interface A {",
      "  /**",
      "   * A number.",
      "   *",
      "   * ```ts",
      "   * const a = 1",
      "   *   + 1 // => 2",
      "   * ```",
      "   */",
      "  readonly a: number",
      "}",
      "const text = '/** ```ts'"
    ].join("\n")
    const workspace = Workspace.of({ "packages/core/a/src/A.ts": text })
    expect(DocFence.all(workspace)).toEqual([
      {
        path: "packages/core/a/src/A.ts",
        line: 7,
        code: "const a = 1\n  + 1 // => 2",
        isRun: true
      }
    ])
  })

  it("leaves fences of other languages alone, and what is inside them", () => {
    const text = "````text\n```ts\na\n```\n````\n\n```sh\nnpm test\n```\n"
    expect(DocFence.all(Workspace.of({ "README.md": text }))).toEqual([])
  })

  it("names fences that would escape", () => {
    const text = "```typescript\na\n```\n\n```ts skip\nb\n```\n\n```json\n{}\n```\n"
    const strays = DocFence.strays(Workspace.of({ "README.md": text }))
    expect(strays.map(({ line }) => line)).toEqual([2, 6])
  })
})
