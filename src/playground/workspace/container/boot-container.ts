import type { WebContainer } from '@webcontainer/api'
import { t } from '#i18n/t.ts'
import type { CourseAddresses } from '../course-addresses.ts'
import type { Workspace } from '../workspace.ts'
import { createContainerWorkspace, toolFolder } from './container-workspace.ts'

/** What came of booting a container; a refusal has a sentence for the reader. */
export type ContainerBoot = { kind: 'workspace'; workspace: Workspace } | { kind: 'refused'; why: string }

export interface ContainerOptions {
  /** What programs find in their environment. */
  env: CourseAddresses
  /** The command `no-oops` as one file of JavaScript; undefined where the site has none. */
  command: string | undefined
  /** How long to wait for the container; beyond that it never answers. */
  seconds?: number
}

/** Boots a WebContainer, and puts the command `no-oops` into it. It loads a page of StackBlitz: ask first. A page can do this once. */
export async function bootContainer({
  env,
  command,
  seconds = 20,
}: ContainerOptions): Promise<ContainerBoot> {
  const why = describeObstacle()
  if (why !== undefined) return { kind: 'refused', why }
  const api = await import('@webcontainer/api')
  const options = { coep: 'require-corp', workdirName: 'no-oops' } as const
  try {
    const container = await within(seconds, api.WebContainer.boot(options))
    if (!container) return { kind: 'refused', why: describeSilence(seconds) }
    const workspace = createContainerWorkspace(container, { ...env })
    if (command !== undefined) await addCommand(container, command)
    return { kind: 'workspace', workspace }
  } catch (error) {
    return { kind: 'refused', why: t('The WebContainer did not start: {why}.', { why: String(error) }) }
  }
}

/** As one file beside the project, which `PATH` leads to: nothing is installed. */
async function addCommand(container: WebContainer, command: string): Promise<void> {
  const script = `#!/usr/bin/env node\n${command.replace(/^#!.*\n/, '')}`
  const tools = { 'no-oops': toFile(script), 'package.json': toFile('{"type":"module"}') }
  await container.mount({ [toolFolder]: { directory: tools } })
  const made = await container.spawn('chmod', ['+x', `${toolFolder}/no-oops`])
  await made.exit
}

function toFile(contents: string) {
  return { file: { contents } }
}

function describeObstacle(): string | undefined {
  if (!navigator.onLine) return t('You are offline: a WebContainer is loaded from StackBlitz.')
  if (/iPhone|iPad|iPod/.test(navigator.userAgent))
    return t('WebContainers do not run in the browsers of iPhones and iPads.')
  if (!window.crossOriginIsolated)
    return t(
      'This site is served without the headers COOP and COEP that a WebContainer needs, or this browser does not heed them.',
    )
  return undefined
}

function describeSilence(seconds: number): string {
  return t(
    'StackBlitz’s container did not answer within {seconds} seconds: it may be blocked by a network or an extension, or be out of order.',
    { seconds },
  )
}

/** Undefined where it takes longer. */
function within<Value>(seconds: number, promise: Promise<Value>): Promise<Value | undefined> {
  const { promise: over, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), seconds * 1000)
  return Promise.race([promise, over]).finally(() => clearTimeout(timer))
}
