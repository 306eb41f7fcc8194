/**
 * All house rules that a program can check, by name: the whole of the test `house.test.ts`. The
 * names are what Exceptions.ts refers to.
 */
import * as Cycles from "./Cycles.ts"
import type { Exception } from "./Exceptions.ts"
import * as ExportRules from "./ExportRules.ts"
import * as ImportRules from "./ImportRules.ts"
import * as LabelRules from "./LabelRules.ts"
import * as ManifestRules from "./ManifestRules.ts"
import * as NameRules from "./NameRules.ts"
import type { Problem } from "./Problem.ts"
import * as SyntaxRules from "./SyntaxRules.ts"
import * as TestRules from "./TestRules.ts"
import * as TextRules from "./TextRules.ts"
import type { Workspace } from "./Workspace.ts"

/** A rule with its statement: what is true when there is no problem. */
export interface Rule {
  readonly name: string
  readonly statement: string
  readonly check: (workspace: Workspace) => ReadonlyArray<Problem>
}

const rule = (name: string, statement: string, check: Rule["check"]): Rule => ({
  name,
  statement,
  check
})

/** Every rule. */
export const all: ReadonlyArray<Rule> = [
  rule("directions", "imports point left and through front doors", ImportRules.directions),
  rule("one file per library", "a library has one home", ImportRules.oneFilePerLibrary),
  rule("file cycles", "files form no cycles", Cycles.betweenFiles),
  rule("package cycles", "packages form no cycles", Cycles.betweenPackages),
  rule("dependencies", "packages declare what they import", ManifestRules.dependencies),
  rule("references", "TypeScript references follow imports", ManifestRules.references),
  rule("faces", "packages have the same face", ManifestRules.faces),
  rule("names", "no name says nothing", NameRules.saying),
  rule("nouns", "files are named after their noun", NameRules.nouns),
  rule("file sizes", "files are short", NameRules.fileSizes),
  rule("function sizes", "functions fit on a screen", NameRules.functionSizes),
  rule("machine", "core and lab know no machine", SyntaxRules.machine),
  rule("promises", "core answers at once", SyntaxRules.promises),
  rule("exact numbers", "core and lab compute the same everywhere", SyntaxRules.exactNumbers),
  rule("edges", "clocks, chance and catching stay at the edges", SyntaxRules.outsideEdges),
  rule("named exports", "exports have names", SyntaxRules.namedExports),
  rule("index", "index.ts only re-exports", ExportRules.indexOnlyReexports),
  rule("module comments", "files open with their idea", ExportRules.moduleComments),
  rule("docstrings", "exports say what they are and since when", ExportRules.docstrings),
  rule("languages", "words come in English and Chinese", LabelRules.bothLanguages),
  rule("tests", "all tests run", TestRules.allRun),
  rule("machine paths", "no file names a place on one machine", TextRules.noMachinePaths),
  rule("links", "links lead somewhere", TextRules.links)
]

/** The problems of one rule that no exception excuses. */
export const unexcused = (
  found: Rule,
  workspace: Workspace,
  exceptions: ReadonlyArray<Exception>
): ReadonlyArray<Problem> =>
  found
    .check(workspace)
    .filter((problem) => !exceptions.some((exception) => excuses(exception, found, problem)))

/** The exceptions that excuse nothing any more, or name a rule that does not exist. */
export const stale = (
  workspace: Workspace,
  exceptions: ReadonlyArray<Exception>
): ReadonlyArray<Exception> =>
  exceptions.filter((exception) => {
    const found = all.find(({ name }) => name === exception.rule)
    return !found?.check(workspace).some((problem) => excuses(exception, found, problem))
  })

const excuses = (exception: Exception, found: Rule, problem: Problem): boolean =>
  exception.rule === found.name &&
  exception.path === problem.path &&
  problem.message.includes(exception.message ?? "")
