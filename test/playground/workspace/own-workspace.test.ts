import { afterAll, afterEach, describe, it } from 'vitest'
import { createEngine } from '#playground/workspace/own/engine.ts'
import { createOwnWorkspace } from '#playground/workspace/own/own-workspace.ts'
import { shareEngine } from '#playground/workspace/own/share-engine.ts'
import type { Workspace } from '#playground/workspace/workspace.ts'
import { cleanUp, workspaceContract } from './workspace-contract.ts'

/** Over a port, as to a Worker. */
function openOverPort(): Workspace {
  const { port1, port2 } = new MessageChannel()
  shareEngine(createEngine(), port2)
  return createOwnWorkspace(port1, () => port1.close())
}

describe('our own engine', () => {
  const workspace = openOverPort()
  afterEach(() => cleanUp(workspace))
  afterAll(() => workspace.end())
  for (const [sentence, check] of Object.entries(workspaceContract)) it(sentence, () => check(workspace))
})
