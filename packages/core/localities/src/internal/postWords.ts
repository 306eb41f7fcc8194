/**
 * The kinds of posts by the words that a sheet may have for them.
 */
import { Level, Post } from "@wangge/grid"
import { plain } from "./sheetCell.ts"

/** Further words; the English and Chinese names of the kinds are known anyway. */
const others: Readonly<Partial<Record<Post.Kind, ReadonlyArray<string>>>> = {
  RoadLead: ["路长", "巷长", "路巷长"],
  BuildingLead: ["楼长", "栋长"],
  CommunityWorker: ["社区工作人员"],
  SubdistrictWorker: ["街道经办人员", "镇经办人员", "街道工作人员", "镇工作人员"],
  OnCallWorker: ["值班员"],
  Mediator: ["调解员"]
}

const kindOfWord: ReadonlyMap<string, Post.Kind> = new Map(
  Post.kinds.flatMap((kind) => {
    const { en, zh } = Post.kindInfo[kind].name
    return [kind, en, zh, ...(others[kind] ?? [])].map((word) => [folded(word), kind] as const)
  })
)

/** The kind that a word means, or undefined. */
export const kindOf = (word: string): Post.Kind | undefined => kindOfWord.get(folded(word))

/** Every kind as a message lists it. */
export const list: string = Post.kinds
  .map((kind) => `${kind} ${Post.kindInfo[kind].name.zh}`)
  .join(", ")

/** Every word that would have been understood. */
export const known: ReadonlyArray<string> = Post.kinds.flatMap((kind) => {
  const { en, zh } = Post.kindInfo[kind].name
  return [kind, en, zh, ...(others[kind] ?? [])]
})

/** A level's role as a message names it, in both languages. */
export const roleText = (role: Level.Role): string => `${role} ${Level.roleNames[role].zh}`

function folded(word: string): string {
  return plain(word).toLowerCase().replace(/[ _-]/g, "")
}
