import { createEngine } from './engine.ts'
import type { CourseAddresses } from '../course-addresses.ts'
import { shareEngine } from './share-engine.ts'
import type { Command } from './shell/command.ts'

/** Is loaded when it is first given. */
const noOops: Command = async (context) => (await import('./no-oops-command.ts')).noOops(context)

const env = JSON.parse(self.name) as CourseAddresses
shareEngine(createEngine({ commands: { 'no-oops': noOops }, env: { ...env } }))
