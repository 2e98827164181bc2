// The first thing that every npm script runs: installs what package-lock.json names, finds a Node that
// can run TypeScript, and hands over to `src/scripts/COMMAND.ts`. Plain JavaScript without dependencies,
// because it has to run on Node 18 before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const parent = process.ppid
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const [command, ...args] = process.argv.slice(2)

if (command === undefined || !existsSync(join(root, 'src/scripts', `${command}.ts`))) {
  fail(`There is no command «${command ?? ''}». The commands are the scripts of package.json: npm run.`)
}
if (!isInstalled()) await install()
handOver(findNode())

/** Npm writes `node_modules/.package-lock.json` last, so a cut-off install has none and is done again. */
function isInstalled() {
  const libc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  const wanted = readPackages('package-lock.json')
  const found = readPackages('node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || !isNeeded(entry, libc) || found[path]?.version === entry.version,
  )
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return {}
  }
}

function isNeeded({ optional, os, cpu, libc }, libcHere) {
  if (!optional) return true
  if (!os?.includes(process.platform) || !cpu?.includes(process.arch)) return false
  return !libc || libc.includes(libcHere)
}

async function install() {
  say('Installing packages (once; about a minute) …')
  const [file, ...rest] = npm()
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-engine-strict']
  // Without a network npm would otherwise be silent for minutes.
  const retries = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=10000']
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const started = Date.now()
  const child = spawn(file, [...rest, 'ci', ...options, ...retries, ...quiet], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const { status, error, stopped } = await endOfNpm(child)
  if (stopped) process.exit(130)
  if (error) fail(`npm could not be started (${error.message}). Install npm, or run «npm ci» yourself.`)
  if (status !== 0) {
    fail('The packages could not be installed; npm says why above. Fix that and run the same command again.')
  }
  say(`Packages are installed (${Math.round((Date.now() - started) / 1000)} s).`)
}

/** An npm that is asked to end takes minutes over it and gets in the way of the next one, which clears up anyway. */
function endOfNpm(child) {
  let stopped = false
  const stop = () => {
    stopped = true
    child.kill('SIGKILL')
  }
  for (const signal of signals) process.on(signal, stop)
  const stopWatching = onOrphaned(stop)
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ error }))
    child.on('close', (status) => resolve({ status, stopped }))
  }).finally(() => {
    stopWatching()
    for (const signal of signals) process.off(signal, stop)
  })
}

/** The npm that runs us, else the first on PATH. */
function npm() {
  const path = process.env.npm_execpath ?? whereOnPath('npm')
  return /npm-cli\.c?js$/.test(path) ? [process.execPath, ...asBroughtNode(), path] : ['npm']
}

function whereOnPath(name) {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  const path = paths.find((path) => existsSync(path))
  return path ? realpathSync(path) : ''
}

/**
 * An older npm leaves out optional packages, such as Astro's native parts, that its own Node is too old for, whatever it
 * asked for. They will run on the Node that comes with the packages, so npm is shown the version of that one.
 */
function asBroughtNode() {
  if (isNewEnough(process.versions.node)) return []
  const brought = readPackages('package-lock.json')[`node_modules/node-${process.platform}-${process.arch}`]
  if (!brought) return []
  const code = `Object.defineProperty(process, 'version', { value: 'v${brought.version}' }); require(process.argv[1])`
  return ['--eval', code, '--']
}

/** The system's Node if it is new enough, else the one among the packages, by path: npm 10 makes no link to it. */
function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  const brought = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node')
  const { stdout } = spawnSync(brought, ['--version'], { encoding: 'utf8' })
  if (stdout && isNewEnough(stdout.trim().slice(1))) return brought
  fail(
    `No Oops needs Node 22.19 or newer (22 or 24); this is ${process.versions.node} on ${process.platform}-${process.arch}, ` +
      'for which none comes with the packages. Install one (https://nodejs.org, nvm, Homebrew: «brew install node@24») ' +
      'and run the same command again.',
  )
}

/** Runs TypeScript without a flag, and Astro and Vitest run on it. */
function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major >= 24 || (major === 22 && minor >= 19)
}

function handOver(node) {
  const script = join(root, 'src/scripts', `${command}.ts`)
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [dirname(node), process.env.PATH].join(delimiter),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  })
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  onOrphaned(() => child.kill('SIGTERM'))
  child.on('error', (error) => fail(`Node at ${node} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal) process.removeAllListeners(signal)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

/** Npm passes a signal on to its shell alone, which ends without telling us; then we have another parent. */
function onOrphaned(end) {
  if (!process.env.npm_lifecycle_event) return () => {}
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, 300)
  return () => clearInterval(timer)
}

function say(text) {
  process.stdout.write(`${text}\n`)
}

function fail(text) {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}
