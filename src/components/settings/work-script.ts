/** What takes work out of a browser and brings it in; loaded when somebody is about to. */
export { eraseWork } from '#playground/storage/work/erase-work.ts'
export { describeImport, importWork } from '#playground/storage/work/import-work.ts'
export { putBack, readReplaced } from '#playground/storage/work/put-back.ts'
export { isOfSettings } from '#playground/storage/work/project-settings.ts'
export { toExport } from '#playground/storage/work/to-export.ts'
