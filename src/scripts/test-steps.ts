import { join } from 'node:path'
import { buildSite, isSiteFresh, siteBelowPath, type SiteBuild, siteBuild } from './build-site.ts'
import { checkSteps } from './check-steps.ts'
import { bringChromium } from './find-chromium.ts'
import { prepareToolrooms } from './prepare-toolroom.ts'
import { root } from './root.ts'
import { runVitest } from './run-vitest.ts'
import type { Counts, Step } from './steps.ts'
import { openVerifyContext } from './verify/open-verify-context.ts'
import { verifyCourse } from './verify/verify-course.ts'
import { recipes } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'

const toolroom: Step = { name: 'toolroom', run: makeToolroom }
const site = toSiteStep('build of the site', siteBuild)
const below = toSiteStep('build of the site for a path of a file server', siteBelowPath)

/** Lists what `npm test -- PART` runs; without a part all of it is run, each step once. */
export const testParts: Record<string, Step[]> = {
  check: checkSteps,
  unit: [{ name: 'unit tests', run: () => runVitest('unit') }],
  real: [toolroom, { name: 'tests with the real compilers', run: () => runVitest('real') }],
  hostile: [toolroom, { name: 'hostile programs', run: () => runVitest('hostile') }],
  site: [site, below, { name: 'built site', run: () => runVitest('site') }],
  verify: [toolroom, { name: 'lessons', run: verify }],
  e2e: [toolroom, site, below, { name: 'end to end', run: runEndToEnd }],
}

function toSiteStep(name: string, build: SiteBuild): Step {
  return {
    name,
    run: () => succeed(async () => (await isSiteFresh(build)) || buildSite({ quiet: true }, build)),
  }
}

async function makeToolroom(): Promise<Counts> {
  return succeed(() => prepareToolrooms(recipes.map((recipe) => openToolroom({ recipe }))))
}

async function verify(): Promise<Counts> {
  return verifyCourse(await openVerifyContext(), { folder: join(root, 'lessons'), only: [], record: false })
}

async function runEndToEnd(): Promise<Counts> {
  return runVitest('e2e', { CHROMIUM: await bringChromium() })
}

async function succeed(does: () => Promise<boolean>): Promise<Counts> {
  return (await does()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}
