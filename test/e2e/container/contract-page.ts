import { bootContainer, type ContainerOptions } from '#playground/workspace/container/boot-container.ts'
import type { Workspace } from '#playground/workspace/workspace.ts'
import { cleanUp, workspaceContract } from '../../playground/workspace/workspace-contract.ts'

let workspace: Workspace | undefined

/** Boots a container by the real wrapper; gives why not, or nothing. */
export async function boot(options: ContainerOptions): Promise<string | undefined> {
  const booted = await bootContainer(options)
  if (booted.kind === 'refused') return booted.why
  workspace = booted.workspace
  return undefined
}

/** Runs a sentence of the contract; gives what is broken, or nothing. */
export async function breachOf(sentence: string): Promise<string | undefined> {
  try {
    await workspaceContract[sentence]!(workspace!)
    return undefined
  } catch (error) {
    return String(error)
  } finally {
    await cleanUp(workspace!)
  }
}

/** Gives what a command writes. */
export async function outputOf(command: string, args: string[]): Promise<string> {
  let output = ''
  const process = await workspace!.spawn(command, args, { onOutput: (text) => void (output += text) })
  await process.exit
  return output
}
