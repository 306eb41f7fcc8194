/**
 * The whole page around a report: both languages with a switch that needs no script, the style sheet,
 * the content policy that forbids to load anything. Equal articles give equal bytes.
 */
import type { Language } from "../NumberText.ts"
import { el, type Markup, ownCode } from "./markup.ts"
import { script, scriptHash, styleSheet } from "./styleSheet.ts"

/** The languages of every page, in the order of the switch. */
const languages = ["en", "zh"] as const

/** Each language as the `lang` attribute names it. */
export const languageTag = { en: "en", zh: "zh-CN" } as const

const languageName = { en: "English", zh: "中文" } as const

const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'`

/** What differs from page to page. */
export interface PageParts {
  /** The language shown first. */
  readonly lang: Language
  readonly titleOf: (lang: Language) => string
  readonly articleOf: (lang: Language) => Markup
}

/** The page as HTML. */
export const pageOf = ({ lang: first, titleOf, articleOf }: PageParts): string => {
  const page = el(
    "html",
    { lang: languageTag[first] },
    el(
      "head",
      {},
      el("meta", { charset: "utf-8" }),
      el("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      el("title", {}, titleOf(first)),
      ownCode("style", styleSheet)
    ),
    el(
      "body",
      {},
      languages.map((lang) => pick(titleOf(lang), lang, lang === first)),
      el(
        "div",
        { class: "bar" },
        languages.map((lang) =>
          el("label", { for: `lang-${lang}`, lang: languageTag[lang] }, languageName[lang])
        )
      ),
      languages.map((lang) => articleOf(lang)),
      ownCode("script", script)
    )
  )
  return `<!doctype html>\n${page.source}\n`
}

/** The radio button of a language; it stands beside the articles so that CSS can see it. */
const pick = (title: string, lang: Language, isFirst: boolean): Markup =>
  el("input", {
    type: "radio",
    class: "pick",
    name: "lang",
    id: `lang-${lang}`,
    value: languageTag[lang],
    "data-title": title,
    checked: isFirst ? "checked" : null
  })
