/** Picks the language of a text and fills its places. */
import { Label } from "@wangge/facts"
import type { Language } from "../NumberText.ts"

/** The text in one language, with every `{name}` replaced by its value. */
export const say = (
  lang: Language,
  words: Label.Label,
  values: Readonly<Record<string, string | number>> = {}
): string => Label.fill(words, values)[lang]
