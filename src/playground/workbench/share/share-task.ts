import { toEditedProgram } from '#course/tasks/task-program.ts'
import { sitePath } from '#protocol/site-path.ts'
import type { Project } from '../../project/project.ts'
import { goToPage } from '../go-to-page.ts'
import { toLink } from './share-project.ts'

/** Goes to the playground with the program of a task as it is now. */
export async function openTaskInPlayground(snippet: string) {
  const link = await toLink(toProject(snippet), sitePath('/playground/'))
  if (link !== undefined) goToPage(link)
}

function toProject(snippet: string): Project {
  const files = { 'main.rs': toEditedProgram(snippet).text }
  return {
    ...{ target: 'userspace', sides: 'rust', edition: '2021', variant: 'kasan' },
    ...{ files, script: '', input: '' },
  }
}
