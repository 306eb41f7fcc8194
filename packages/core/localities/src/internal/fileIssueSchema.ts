/**
 * What a schema found wrong, as places in the file: path, the value there, what would be right.
 */
import { FileProblem } from "@wangge/facts"
import { SchemaIssue } from "effect"

/** The problems of an issue in some input. */
export const problemsOf = (
  issue: SchemaIssue.Issue,
  input: unknown
): ReadonlyArray<FileProblem.FileProblem> =>
  FileProblem.ofIssues(SchemaIssue.makeFormatterStandardSchemaV1()(issue).issues, input)
