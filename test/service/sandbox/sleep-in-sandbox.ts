import { openSandbox } from './sandboxed.ts'

/** Sleeps in the sandbox for as long as it is told, in a process that a test kills. */
await openSandbox({ wallSeconds: 1000 }).run({ command: ['busybox', 'sleep', process.argv[2]!], files: {} })
