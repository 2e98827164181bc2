import { createEngine } from './engine.ts'
import { shareEngine } from './share-engine.ts'
import type { Command } from './shell/command.ts'

/** Is loaded when it is first given. */
const noOops: Command = async (context) => (await import('./no-oops-command.ts')).noOops(context)

shareEngine(createEngine({ commands: { 'no-oops': noOops }, env: { NO_OOPS_SERVICE: self.name } }))
