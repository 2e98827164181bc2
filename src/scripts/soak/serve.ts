import { createServe } from '../create-serve.ts'
import { scopeCommand } from '../scope-command.ts'
import { supervise } from '../supervise.ts'

/** What `npm start` does when the site is built, in a process of its own. */
const onRestart = (how: string): void => console.log(`The service has ended: ${how}.`)
process.exit(await supervise({ start: createServe(await scopeCommand()), onRestart }))
