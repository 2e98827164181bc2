#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads'

// The command is one file, so its workers begin here as well: they load nothing but what runs programs.
if (isMainThread) {
  const { start } = await import('./start.ts')
  await start(new URL(import.meta.url))
} else {
  const { servePrograms } = await import('./program-worker.ts')
  servePrograms()
}
