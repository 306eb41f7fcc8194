/**
 * What the deciders of orders, wishes, posts and report-ins check after the frame of all moves: that
 * nothing is missing and that the actor may. Also how their rejections are put into words, with the
 * names of statuses, actions and roles in the reader's language.
 */
import type { Label, Problem } from "@wangge/facts"
import type { Move } from "../ServiceMove.ts"
import * as moveFrame from "./moveFrame.ts"

/** The codes of the frame, then those of this file, in the order of the checks. */
export const codes = [...moveFrame.codes, "ItemMissing", "NotEntitled"] as const

/** One of {@link codes}. */
export type Code = (typeof codes)[number]

/** The words of {@link codes}. */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveFrame.words,
  ItemMissing: { en: "“{subject}” is missing: {expected}.", zh: "“{subject}”缺少:{expected}。" },
  NotEntitled: {
    en: "“{subject}” is not open to {found}; it is for {expected}.",
    zh: "{found}无权“{subject}”;限:{expected}。"
  }
}

/** A problem from its four parts. */
export const problem = <Code extends string>(
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): Problem.Problem<Code> => ({ code, subject, found, expected })

/** What is missing: texts of blanks, and `false`. */
export const missing = (
  command: Move<string>,
  asked: ReadonlyArray<readonly [string, string | boolean]>
): Problem.Problem<"ItemMissing"> | undefined => {
  const items = asked.filter(([, given]) => !isGiven(given)).map(([item]) => item)
  return items.length === 0
    ? undefined
    : problem("ItemMissing", command.action, "", items.join(", "))
}

const isGiven = (given: string | boolean): boolean =>
  typeof given === "string" ? given.trim() !== "" : given

/** A refused decision. */
export const refused = <Rejection>(
  rejection: Rejection
): { readonly ok: false; readonly rejection: Rejection } => ({ ok: false, rejection })

/** How the values of a rejection are shown: which codes speak of instants, and names of words. */
export interface Display<Code extends string> {
  readonly words: Readonly<Record<Code, Label.Label>>
  readonly timeCodes: ReadonlyArray<Code>
  readonly names: ReadonlyMap<string, Label.Label>
}

/** A rejection in words: instants as dates, names in the language of the reader. */
export const describe = <Code extends string>(
  display: Display<Code>,
  found: Problem.Problem<Code>
): Label.Label => ({
  en: inLanguage(display, found, "en"),
  zh: inLanguage(display, found, "zh")
})

const inLanguage = <Code extends string>(
  display: Display<Code>,
  { code, subject, found, expected }: Problem.Problem<Code>,
  language: keyof Label.Label
): string => {
  const nameOf = (word: string): string => display.names.get(word)?.[language] ?? word
  const show = (value: string | number): string | number => {
    if (typeof value === "number") return value
    if (value === "") return language === "zh" ? "无" : "nothing"
    return value
      .split(", ")
      .map(nameOf)
      .join(language === "zh" ? "、" : ", ")
  }
  return moveFrame.describe(display.words, display.timeCodes, {
    code,
    subject: nameOf(subject),
    found: show(found),
    expected: show(expected)
  })[language]
}

/** The words of several lists by their ids, for {@link Display}. */
export const namesOf = (
  ...tables: ReadonlyArray<Readonly<Record<string, Label.Label>>>
): ReadonlyMap<string, Label.Label> => new Map(tables.flatMap((table) => Object.entries(table)))
