/**
 * The outputs that a README shows: its `text` fences, in their order. One place for the script that
 * writes them and the tests that compare them.
 */

const fence = /^```text\n([\s\S]*?)^```$/gm

/**
 * What stands in the `text` fences of a page, each without the line break that ends it.
 *
 * @param {string} page
 * @returns {ReadonlyArray<string>}
 */
export const blocksOf = (page) =>
  [...page.matchAll(fence)].map(([, text = ""]) => text.replace(/\n$/, ""))

/**
 * The page with other texts in its `text` fences; throws a `RangeError` if they are not as many.
 *
 * @param {string} page
 * @param {ReadonlyArray<string>} texts
 */
export const withBlocks = (page, texts) => {
  const count = blocksOf(page).length
  if (count !== texts.length) {
    throw new RangeError(`The page has ${count} text fences; got ${texts.length} texts`)
  }
  let at = 0
  return page.replace(fence, () => `\`\`\`text\n${texts[at++]}\n\`\`\``)
}
