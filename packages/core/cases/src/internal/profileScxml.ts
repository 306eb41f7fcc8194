/**
 * Writes a profile as SCXML. The open statuses but `Suspended` lie in one state, `Open`, whose history
 * is what a suspension or a merge remembers: leaving `Suspended` for `Merged` does not overwrite it,
 * as in the rules.
 */
import type { CaseAction } from "../CaseAction.ts"
import type { CaseProfile, Move } from "../CaseProfile.ts"
import * as CaseStatus from "../CaseStatus.ts"
import { statusesOf } from "./profileArrows.ts"

type Status = CaseStatus.CaseStatus

const isEnd = (status: Status): boolean => CaseStatus.isEnd(CaseStatus.codeOf(status))

/** The whole document. */
export const write = (profile: CaseProfile): string => {
  const statuses = statusesOf(profile)
  const inside = statuses.filter((status) => !isEnd(status) && status !== "Suspended")
  const outside = statuses.filter((status) => isEnd(status) || status === "Suspended")
  const hasHistory = profile.moves.some((move) => move.to === "Remembered")
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:wangge="urn:wangge:profile"',
    `       version="1.0" datamodel="null" name="${attributeText(profile.id)}" initial="Open">`,
    '  <state id="Open" initial="Reported">',
    ...(hasHistory
      ? [
          '    <history id="Remembered" type="shallow">',
          '      <transition target="Reported"/>',
          "    </history>"
        ]
      : []),
    ...inside.flatMap((status) => state(profile, status, "    ")),
    "  </state>",
    ...outside.flatMap((status) => state(profile, status, "  ")),
    "</scxml>",
    ""
  ].join("\n")
}

/** One status with its transitions; an end that nothing leaves is final by itself. */
const state = (profile: CaseProfile, status: Status, indent: string): ReadonlyArray<string> => {
  const moves = profile.moves.filter((move) => move.from.includes(status))
  if (isEnd(status) && moves.length === 0) return [`${indent}<final id="${status}"/>`]
  const lines = moves.flatMap((move) => transitions(profile, move, status))
  const settled = isEnd(status) ? [`<transition event="Settled" target="${status}.Final"/>`] : []
  return [
    `${indent}<state id="${status}">`,
    ...[...lines, ...settled].map((line) => `${indent}  ${line}`),
    `${indent}</state>`,
    ...(isEnd(status) ? [`${indent}<final id="${status}.Final"/>`] : [])
  ]
}

/** What an action whose condition decides is called when it holds, and when it does not. */
const outcomesOf: Readonly<Partial<Record<CaseAction, readonly [holds: string, fails: string]>>> = {
  Assess: ["GoesUp", "Stays"],
  Split: ["EndsParent", "KeepsParent"],
  Check: ["Refuted", "Confirmed"],
  DecideAppeal: ["Upheld", "Dismissed"]
}

/** The transitions of a move; without a target where the status stays. */
const transitions = (profile: CaseProfile, move: Move, status: Status): ReadonlyArray<string> => {
  const target = move.to === "Same" || move.to === status ? "" : ` target="${move.to}"`
  const more = `${target}${details(profile, move)}/>`
  if (move.action === "RecordFollowUp") {
    const reopen = profile.moves.find(
      (one) => one.action === "Reopen" && one.from.includes(status) && one.to !== "Same"
    )
    const again = ` target="${reopen?.to ?? ""}"${details(profile, move)}/>`
    return [
      `<transition event="RecordFollowUp.Stays"${more}`,
      ...(reopen === undefined ? [] : [`<transition event="RecordFollowUp.Reopens"${again}`])
    ]
  }
  const outcomes = outcomesOf[move.action]
  if (outcomes === undefined) return [`<transition event="${move.action}"${more}`]
  const [holds, fails] = outcomes
  return [
    `<transition event="${move.action}.${holds}"${more}`,
    `<transition event="${move.action}.${fails}"${details(profile, move)}/>`
  ]
}

/** Who, where and what, in attributes of our own; only those that say something. */
const details = (profile: CaseProfile, move: Move): string => {
  const gates = profile.gates
    .filter((gate) => gate.action === move.action)
    .map((gate) => [gate.process, gate.rule, ...gate.matterKinds].join("."))
  return [
    attribute("by", move.by),
    attribute("atLevels", move.atLevels),
    attribute("needs", profile.needs[move.action] ?? []),
    attribute("gates", gates)
  ].join("")
}

const attribute = (name: string, words: ReadonlyArray<string>): string =>
  words.length === 0 ? "" : ` wangge:${name}="${words.map(attributeText).join(" ")}"`

/** A text as the value of an attribute. */
const attributeText = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    // XML 1.0 knows no other control characters than these three.
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, " ")
