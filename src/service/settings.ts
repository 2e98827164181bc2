import { availableParallelism } from 'node:os'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

const whole = (from: number, to: number) =>
  z.coerce
    .number<string>(`a whole number from ${from} to ${to}`)
    .int(`a whole number from ${from} to ${to}`)
    .min(from, `at least ${from}`)
    .max(to, `at most ${to}`)

const networks = z.string().transform((text, { addIssue }) => {
  const parts = text.split(',').map((part) => part.trim())
  const wrong = parts.find((part) => !ipaddr.isValid(part) && !ipaddr.isValidCIDR(part))
  if (wrong !== undefined) addIssue('addresses or networks with commas, such as 10.0.0.0/8,192.0.2.7')
  return parts
})

const frameAncestors = z.string().transform((text, { addIssue }) => {
  const origins = text.split(',').map((part) => part.trim())
  const isMeant = text.trim() === '*' || origins.every((origin) => originPattern.test(origin))
  if (!isMeant) addIssue('* or origins with commas, such as https://book.example.org,https://*.example.edu')
  return origins
})

/** Nothing else can be in it, as it becomes part of a header. */
const originPattern = /^https?:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d{1,5})?$/

/** What the environment can set of the service, with the values that hold if it does not. */
export const Settings = z.object({
  PORT: whole(0, 65535).default(4321).describe('0 takes any free port'),
  HOST: z.string().min(1, 'an address to listen on').default('127.0.0.1'),
  // One more than the cores: while one job is being set up or read out, the cores have work.
  JOBS: whole(1, 1024)
    .default(availableParallelism() + 1)
    .describe('compilers that run at once'),
  // One more than the cores: a client who boots two leaves a slot to others.
  BOOTS: whole(1, 1024)
    .default(availableParallelism() + 1)
    .describe('kernels that run at once'),
  BOOTS_PER_CLIENT: whole(1, 1024)
    .default(2)
    .describe('kernels of one address that run at once; more than one only while nobody else waits'),
  BOOT_RATE_LIMIT: whole(0, 10_000_000).default(240).describe('boots a minute and address; 0 is no limit'),
  QUEUE_LIMIT: whole(0, 100_000)
    .default(200)
    .describe('programs that may wait for a compiler, and drivers for a kernel'),
  RATE_LIMIT: whole(0, 10_000_000).default(6000).describe('requests a minute and address; 0 is no limit'),
  CACHE_MEGABYTES: whole(1, 65536).default(128).describe('remembered answers'),
  METRICS_PORT: whole(1, 65535)
    .optional()
    .describe('where /metrics is; without it, on PORT, and only if nobody else can reach that'),
  METRICS_HOST: z.string().min(1, 'an address to listen on').default('127.0.0.1'),
  TRUST_PROXY: whole(0, 10).default(0).describe('proxies in front that set X-Forwarded-For'),
  PROXY_ADDRESSES: networks
    .default(['127.0.0.0/8', '::1/128'])
    .describe('with TRUST_PROXY, who may reach the service: addresses or networks of proxies, with commas'),
  CORS_ORIGIN: z
    .string()
    .default('')
    .describe('sites that may use /api besides our own: * or several with commas'),
  FRAME_ANCESTORS: frameAncestors
    .default([])
    .describe('sites that may show the pages below /embed/ in a frame: * or several with commas'),
  PLAYGROUND_API: z
    .enum(['0', '1'], '0 or 1')
    .default('0')
    .describe('1 also compiles and runs programs for pages of other courses, as play.rust-lang.org does'),
  PLAYGROUND_ORIGINS: z.string().default('').describe('sites of these courses: * or several with commas'),
  PLAYGROUND_RATE_LIMIT: whole(0, 10_000_000)
    .default(600)
    .describe('their requests a minute and address; 0 is no limit'),
  PLAYGROUND_JOBS: whole(1, 1024)
    .default(Math.ceil(availableParallelism() / 2))
    .describe('their programs that are compiled or run at once; those of this course come first'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})
export type Settings = z.infer<typeof Settings>

/** True if others than this machine's own users can reach the service. */
export function isPublic({ HOST, TRUST_PROXY }: Settings): boolean {
  return TRUST_PROXY > 0 || !['127.0.0.1', '::1', 'localhost'].includes(HOST)
}

/** A setting that cannot be used; the message names it and says what it should be. */
export class SettingError extends Error {}

/** Reads the settings from an environment; an empty one counts as not given. Throws `SettingError`. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const names = Object.keys(Settings.shape).filter((name) => environment[name])
  const parsed = Settings.safeParse(Object.fromEntries(names.map((name) => [name, environment[name]])))
  if (parsed.success) return parsed.data
  throw new SettingError(parsed.error.issues.map((issue) => describeIssue(issue, environment)).join('\n'))
}

function describeIssue(
  { path, message }: z.core.$ZodIssue,
  environment: Record<string, string | undefined>,
): string {
  const name = String(path[0])
  return `The setting ${name} is «${environment[name]}», but should be: ${message}.`
}
