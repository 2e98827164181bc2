import { readFileSync } from 'node:fs'
import type { BootEvent } from '#protocol/boot.ts'
import { boot } from '#service/boot/boot.ts'
import { availableMemory } from '#service/bubblewrap/available-memory.ts'
import { hasMemoryGroups } from '#service/bubblewrap/memory-group.ts'
import { openFileStore } from '#service/file-store.ts'
import { openKernel } from '#service/kernel/open-kernel.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'

/** Boots a module of `modules/` as the user that this process is of; tells how it ended, and what it took of the machine. */
const module = readFileSync(new URL(`modules/${process.argv[2]}`, import.meta.url), 'utf8')
const raw = readFileSync(new URL('modules/raw.h', import.meta.url), 'utf8')
const { root } = openToolroom({ recipe: kernels.kasan })
const status = () => ({ state: 'ready' as const, toolchain: 'rustc 1.85.1' })
const kernel = openKernel({ root, status }, { wallSeconds: 40 }, openFileStore('/nowhere', 1))
const request = { language: 'c', variant: 'kasan', script: process.argv[3]! } as const
const before = availableMemory()
let least = before
setInterval(() => (least = Math.min(least, availableMemory())), 10).unref()
let last: BootEvent | undefined
let console = ''
await boot(kernel.environment(), { ...request, files: { 'driver.c': module, 'raw.h': raw } }, (event) => {
  last = event
  if (event.kind === 'console') console += event.text
})
process.send?.({
  last,
  console,
  taken: before - least,
  hasMemoryGroups: hasMemoryGroups(),
  uid: process.getuid!(),
})
