#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads'
import { runCommandLine } from '../run-command-line.ts'
import { createNodeHost } from './node-host.ts'
import { servePrograms } from './program-worker.ts'

// The command is one file, so its workers begin here as well.
if (isMainThread) await main()
else servePrograms()

async function main() {
  const host = createNodeHost(new URL(import.meta.url))
  process.exitCode = await runCommandLine(process.argv.slice(2), host)
}
