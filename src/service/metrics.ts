import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the service counts, and the registry that `/metrics` prints. */
export interface Metrics {
  registry: Registry
  requests: Counter<'route' | 'status'>
  compileSeconds: Histogram<'action' | 'outcome'>
  bootSeconds: Histogram<'variant' | 'outcome'>
  answers: Counter<'from'>
}

/** What is read at the moment when somebody asks for `/metrics`. */
export interface Gauges {
  running: () => number
  waiting: () => number
  bootsRunning: () => number
  bootsWaiting: () => number
  cacheBytes: () => number
}

/** Makes metrics at zero, with Node's own, in a registry of their own. */
export function createMetrics(gauges: Gauges): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  addGauge(registers, { name: 'no_oops_jobs_running', help: 'Compilers that run' }, gauges.running)
  addGauge(
    registers,
    { name: 'no_oops_jobs_waiting', help: 'Programs that wait for a compiler' },
    gauges.waiting,
  )
  addGauge(registers, { name: 'no_oops_boots_running', help: 'Kernels that run' }, gauges.bootsRunning)
  addGauge(
    registers,
    { name: 'no_oops_boots_waiting', help: 'Drivers that wait for a kernel' },
    gauges.bootsWaiting,
  )
  addGauge(registers, { name: 'no_oops_cache_bytes', help: 'Bytes of remembered answers' }, gauges.cacheBytes)
  return {
    registry,
    requests: new Counter({
      name: 'no_oops_requests_total',
      help: 'HTTP requests by route and status',
      labelNames: ['route', 'status'],
      registers,
    }),
    compileSeconds: new Histogram({
      name: 'no_oops_compile_seconds',
      help: 'Time of a compiler, without waiting for it',
      labelNames: ['action', 'outcome'],
      buckets: [0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    bootSeconds: new Histogram({
      name: 'no_oops_boot_seconds',
      help: 'Time from a driver to what its kernel said, without waiting for it',
      labelNames: ['variant', 'outcome'],
      buckets: [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2.5, 5, 10, 20],
      registers,
    }),
    answers: new Counter({
      name: 'no_oops_answers_total',
      help: 'Results that were remembered (cache), waited for together (shared) or compiled (fresh)',
      labelNames: ['from'],
      registers,
    }),
  }
}

function addGauge(registers: Registry[], gauge: { name: string; help: string }, read: () => number): void {
  new Gauge({
    ...gauge,
    registers,
    collect() {
      this.set(read())
    },
  })
}
