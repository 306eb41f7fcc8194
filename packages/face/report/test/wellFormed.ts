/** A strict little parser for tests: finds the first place where markup is not well formed. */

/** Null when every element is closed in order and every `<`, `>` and `&` is where it may be. */
export const problemOf = (page: string): string | null => {
  const open: Array<string> = []
  const rest = page
    .replace(/^<!doctype html>\n/, "")
    .replace(/<(style|script)>[^<]*<\/\1>/g, "")
    .replace(
      /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<>]*")*)(\/?)>/g,
      (_, closing: string, name: string, _attributes: string, empty: string) => {
        if (closing === "/") return open.pop() === name ? "" : `<< wrong end of ${name} >>`
        if (empty !== "/") open.push(name)
        return ""
      }
    )
  const stray = /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.exec(rest)
  if (stray !== null) return rest.slice(Math.max(0, stray.index - 60), stray.index + 60)
  return open.length === 0 ? null : `not closed: ${open.join(", ")}`
}

/** The ids given more than once. */
export const doubledIds = (page: string): ReadonlyArray<string> => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? "")
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

/** The text of one language's article, without its markup. */
export const textOf = (page: string, lang: "en" | "zh"): string => {
  const start = page.indexOf(`<article class="page ${lang}"`)
  const next = page.indexOf('<article class="page zh"', start + 1)
  const end = next < 0 ? page.indexOf("<script>") : next
  return page
    .slice(start, end)
    .replace(/<[^>]*>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
}
