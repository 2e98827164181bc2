import { openFileStore } from '#service/file-store.ts'
import { openRealKernel } from '../service/kernel/real-kernel.ts'
import { openRealService } from '../service/real-service.ts'
import type { ServedOptions } from './serve-as.ts'

/** The real service in a process of its own, whose user and limits a test sets; it ends with the one that started it. */
const { environment, hasKernel, headers } = JSON.parse(process.argv[2]!) as ServedOptions
const store = headers && openFileStore(headers.folder, headers.bytes)
const kernels = hasKernel ? { kasan: await openRealKernel('kasan', store) } : {}
const server = await openRealService(environment, kernels)
process.send?.(server.url)
process.on('disconnect', () => void server.close().finally(() => process.exit(0)))
