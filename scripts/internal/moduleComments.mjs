/**
 * A typedoc plugin: `export * as Noun from "./Noun.ts"` gets the module comment of `Noun.ts`, which
 * typedoc itself would drop because our module comments carry no tag.
 */
import { Comment, Converter, MinimalSourceFile, ReflectionKind } from "typedoc"
import ts from "typescript"

/** @param {import("typedoc").Application} app */
export const load = (app) => {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Namespace) || reflection.comment !== undefined) return
    const file = context
      .getSymbolFromReflection(reflection)
      ?.declarations?.find((declaration) => ts.isSourceFile(declaration))
    const text = file === undefined ? undefined : moduleComment(file.text)
    if (file === undefined || text === undefined) return
    const path = /** @type {import("typedoc").NormalizedPath} */ (file.fileName)
    const source = new MinimalSourceFile(text, path)
    const { content } = context.converter.parseRawComment(source, context.project.files)
    reflection.comment = new Comment(content)
  })
}

/**
 * The text of the comment that opens a file, without its stars; nothing when there is none.
 *
 * @param {string} source
 */
const moduleComment = (source) => {
  const match = /^\/\*\*([\s\S]*?)\*\//.exec(source)
  return match?.[1]?.replaceAll(/^\s*\* ?/gm, "").trim()
}
