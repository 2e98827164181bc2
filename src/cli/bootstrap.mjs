// The first thing that every npm script runs: installs what package-lock.json names, finds a Node that
// can run TypeScript, and hands over to `src/cli/COMMAND.ts`. Plain JavaScript without dependencies,
// because it has to run on Node 18 before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [command, ...args] = process.argv.slice(2)

if (command === undefined || !existsSync(join(root, 'src/cli', `${command}.ts`))) {
  fail(`There is no command «${command ?? ''}». The commands are the scripts of package.json: npm run.`)
}
if (!isInstalled()) install()
handOver(findNode())

/** Npm writes `node_modules/.package-lock.json` last, so a cut-off install has none and is done again. */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const found = readPackages('node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || !isNeeded(entry) || found[path]?.version === entry.version,
  )
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return {}
  }
}

function isNeeded({ optional, os, cpu, libc }) {
  if (!optional) return true
  return Boolean(os && cpu && !libc && os.includes(process.platform) && cpu.includes(process.arch))
}

function install() {
  say('Installing packages (once; about a minute) …')
  const [file, ...rest] = npm()
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-engine-strict']
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const started = Date.now()
  const { status, error } = spawnSync(file, [...rest, 'ci', ...options, ...quiet], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (error) fail(`npm could not be started (${error.message}). Install npm, or run «npm ci» yourself.`)
  if (status !== 0) {
    fail('The packages could not be installed; npm says why above. Mend that and run the same command again.')
  }
  say(`Packages are installed (${Math.round((Date.now() - started) / 1000)} s).`)
}

/** The npm that runs us, else the one on PATH. */
function npm() {
  const path = process.env.npm_execpath
  if (path && /npm-cli\.c?js$/.test(path)) return [process.execPath, path]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
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
  const script = join(root, 'src/cli', `${command}.ts`)
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [dirname(node), process.env.PATH].join(delimiter),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) onOrphaned(() => child.kill('SIGTERM'))
  child.on('error', (error) => fail(`Node at ${node} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal) process.removeAllListeners(signal)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

/** Npm passes a signal on to its shell alone, which ends without telling us; then we have another parent. */
function onOrphaned(end) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, 300)
}

function say(text) {
  process.stdout.write(`${text}\n`)
}

function fail(text) {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}
