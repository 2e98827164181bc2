import { openRealService } from '../service/real-service.ts'

/** The real service in a process of its own, whose limits a test sets; it ends with the one that started it. */
const server = await openRealService({ JOBS: '16' })
process.send?.(server.url)
process.on('disconnect', () => void server.close().finally(() => process.exit(0)))
