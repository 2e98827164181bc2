import { checkSandbox } from '#service/bubblewrap/check-sandbox.ts'
import type { HealthCheck } from '#service/health.ts'
import { checkPrograms } from '#service/programs/open-programs.ts'
import type { ProgramEnvironment } from '#service/programs/run-program.ts'
import { prove } from '#service/toolroom/prove.ts'
import type { Toolroom } from '#service/toolroom/toolroom.ts'

/**
 * Lists what a service must be able to do: start its sandbox, with each toolroom compile and, with a kernel, boot, and run
 * programs of other courses if it is to do that.
 */
export function toHealthChecks(toolrooms: Toolroom[], programs?: ProgramEnvironment): HealthCheck[] {
  const ofGuests = programs && toGuestCheck(programs, toolrooms[0]!)
  return [{ name: 'sandbox', run: trySandbox }, ...toolrooms.map(toCheck), ...(ofGuests ? [ofGuests] : [])]
}

function toGuestCheck(programs: ProgramEnvironment, { status }: Toolroom): HealthCheck {
  return {
    name: 'playground',
    async run() {
      if (status().state !== 'ready') return 'skipped'
      await checkPrograms(programs)
      return 'passed'
    },
  }
}

async function trySandbox(): Promise<'passed'> {
  const sandbox = await checkSandbox()
  if (!sandbox.usable) throw new Error(`${sandbox.reason} ${sandbox.remedy}`)
  return 'passed'
}

function toCheck({ recipe, root, status }: Toolroom): HealthCheck {
  return {
    name: recipe.stage,
    async run() {
      const stage = status()
      if (stage.state === 'preparing') return 'skipped'
      if (stage.state === 'unavailable') throw new Error(`${stage.reason} ${stage.remedy}`)
      await prove(recipe, root)
      return 'passed'
    },
  }
}
