import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consoleOf } from '#protocol/boot-events.ts'
import type { Language } from '#protocol/compile.ts'
import { variantNames } from '#protocol/variants.ts'
import { toScript } from '#playground/backends/boot/recorded-boot-client.ts'
import { filesOf } from '#playground/project/project.ts'
import { templates } from '#playground/project/templates.ts'
import { format } from '#service/format/format.ts'
import type { RunningServer } from '#service/start-server.ts'
import { bootWith } from '../../service/boot/boot-with.ts'
import { kernelTimeout, openRealKernels } from '../../service/kernel/real-kernel.ts'
import { openRealService } from '../../service/real-service.ts'
import { openRealSandbox } from '../../service/real-toolroom.ts'

let server: RunningServer

beforeAll(async () => {
  server = await openRealService({}, await openRealKernels())
}, kernelTimeout)

afterAll(() => server.close())

const drivers = templates
  .filter(({ project, id }) => project.target === 'kernel' && id !== 'twin')
  .flatMap(({ id, project }) =>
    (['c', 'rust'] as const).flatMap((language) =>
      variantNames.map((variant) => ({ id, project, language, variant })),
    ),
  )

/** What the console shows of each; `blank-module` says nothing itself. */
const lastWords: Record<string, string> = {
  minimal: 'unloaded',
  misc: '\nhello\n',
  'blank-module': '# rmmod driver',
}

describe('a template', () => {
  it.each(drivers)(
    '$id in $language boots clean with $variant',
    async ({ id, project, language, variant }) => {
      const request = { language, variant, files: pick(project, language), script: toScript(project.script) }
      const events = await bootWith(server.url, request)
      expect(events.at(-1)).toMatchObject({ kind: 'finished', verdict: 'clean' })
      expect(events.find(({ kind }) => kind === 'built')).toMatchObject({ diagnostics: [] })
      expect(consoleOf(events)).toContain(lastWords[id])
    },
  )

  it.each(templates)('$title is as the formatters have it', async ({ project: { files } }) => {
    expect(await format(await openRealSandbox(), { files })).toEqual({ outcome: 'formatted', files })
  })
})

function pick(project: (typeof templates)[number]['project'], language: Language) {
  return Object.fromEntries(filesOf(project, language).map((file) => [file, project.files[file]!]))
}
