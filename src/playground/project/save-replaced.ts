import { type Project, scriptFile } from './project.ts'
import { fileKey } from './stored-project.ts'
import { templates } from './templates.ts'

/** Saves what the reader wrote of a project that another takes the place of: the offer to undo goes with the next edit. */
export async function saveReplaced(slug: string, before: Project, after: Project): Promise<void> {
  const { target } = before
  const stands = textsOf(after)
  const own = Object.entries(textsOf(before)).filter(
    ([name, text]) => text.trim() !== '' && text !== stands[name] && !isOfTemplate(text),
  )
  if (own.length === 0) return
  const { saveOlder } = await import('../storage/work/save-older.ts')
  await saveOlder(Object.fromEntries(own.map(([name, text]) => [fileKey({ slug, target }, name), text])))
}

function textsOf({ files, script }: Project): Record<string, string> {
  return { ...files, [scriptFile]: script }
}

function isOfTemplate(text: string): boolean {
  return templates.some(({ project }) => Object.values(textsOf(project)).includes(text))
}
