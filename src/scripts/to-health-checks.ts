import { checkSandbox } from '#service/bubblewrap/check-sandbox.ts'
import type { HealthCheck } from '#service/health.ts'
import { prove } from '#service/toolroom/prove.ts'
import type { Toolroom } from '#service/toolroom/toolroom.ts'

/** Lists what a service must be able to do: start its sandbox, and with each toolroom compile and, with a kernel, boot. */
export function toHealthChecks(toolrooms: Toolroom[]): HealthCheck[] {
  return [{ name: 'sandbox', run: trySandbox }, ...toolrooms.map(toCheck)]
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
