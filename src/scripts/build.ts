import { buildSite } from './build-site.ts'

process.exitCode = (await buildSite({ quiet: false })) ? 0 : 1
