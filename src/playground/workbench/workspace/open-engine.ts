import { sitePath } from '#protocol/site-path.ts'
import { t } from '#i18n/t.ts'
import { serviceBase } from '../../backends/service-base.ts'
import type { CourseAddresses } from '../../workspace/course-addresses.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** An engine, and what is to be said of how it came to be this one. */
export interface OpenedEngine {
  engine: Workspace
  notice?: string
}

/** Opens our own engine. */
export async function openOwnEngine(): Promise<OpenedEngine> {
  const { openOwnWorkspace } = await import('../../workspace/own/open-own-workspace.ts')
  return { engine: openOwnWorkspace(courseAddresses()) }
}

/** Boots a WebContainer; where that can't be, opens our own engine and says why. */
export async function openContainer(): Promise<OpenedEngine> {
  const { bootContainer } = await import('../../workspace/container/boot-container.ts')
  const booted = await bootContainer({ env: courseAddresses(), command: await loadCommand() })
  if (booted.kind === 'workspace') return { engine: booted.workspace }
  return {
    ...(await openOwnEngine()),
    notice: `${booted.why} ${t('The terminal is our own small one instead.')}`,
  }
}

/** A Worker or a container knows no relative addresses. */
function courseAddresses(): CourseAddresses {
  const toBase = (address: string) => new URL(address, location.href).href.replace(/\/$/, '')
  return { NO_OOPS_SERVICE: toBase(serviceBase() || '/'), NO_OOPS_SITE: toBase(sitePath('/')) }
}

/** Undefined where the site was built without it, such as while it is developed. */
async function loadCommand(): Promise<string | undefined> {
  const response = await fetch(sitePath('/workspace/no-oops.js')).catch(() => undefined)
  return response?.ok ? response.text() : undefined
}
