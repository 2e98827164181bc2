/** A folder of `src`, and what its files may import besides each other. */
export interface Room {
  folder: string
  /** Folders further down in the table. */
  imports: readonly string[]
  /** Of a folder in `imports`, the only files whose values may be used; of all others types alone. */
  valuesOf?: Readonly<Record<string, readonly string[]>>
}

const lowest = ['story', 'i18n', 'protocol']
const everywhere = ['playground/storage', 'playground/notices']
/** A lesson's schema and reader would triple what the browser loads. */
const courseForBrowser = {
  course: [
    'boot-asks.ts',
    'boot-script.ts',
    'describe-fold.ts',
    'describe-rule.ts',
    'is-about-given.ts',
    'judge-boot.ts',
    'ktap/parse-ktap.ts',
    'kunit-files.ts',
    'kinds/measure/bytes-of.ts',
    'kinds/measure/weigh.ts',
    'tasks/is-same-print.ts',
    'tasks/task-program.ts',
    'trials.ts',
    'words/find-word.ts',
  ],
}

/** What decides whether an exercise is solved, wherever it is asked. */
const solved = [
  'check-driver.ts',
  'check-program.ts',
  'check-report.ts',
  'check-task.ts',
  'first-hint.ts',
  'test-failure.ts',
]

/** The house from the top floor down: an arrow points only to a room that stands further down. */
export const rooms: readonly Room[] = [
  {
    folder: 'scripts',
    imports: [
      ...['cli', 'components', 'markdown', 'playground/exercise', 'playground/backends'],
      ...['service', 'course', 'offline', ...lowest, 'compiler-output'],
    ],
    valuesOf: { 'playground/exercise': solved },
  },
  { folder: 'service', imports: ['compiler-output', 'protocol'] },
  {
    folder: 'pages',
    imports: [
      ...['layouts', 'components', 'styles', 'playground/workbench', 'markdown', 'course', 'offline'],
      ...lowest,
    ],
  },
  { folder: 'layouts', imports: ['components', 'styles', 'course', 'i18n', 'protocol'] },
  {
    folder: 'components',
    imports: ['playground/workbench', 'playground/storage', 'markdown', 'course', 'offline', ...lowest],
  },
  {
    folder: 'playground/workbench',
    imports: [
      'playground/editor',
      'playground/wording',
      'playground/exercise',
      'playground/workspace',
      'playground/project',
      'playground/program',
      'playground/backends',
      ...everywhere,
      'course',
      ...lowest,
    ],
    valuesOf: courseForBrowser,
  },
  {
    folder: 'playground/workspace',
    imports: [
      'cli',
      'playground/project',
      'playground/program',
      'playground/backends',
      ...everywhere,
      ...lowest,
    ],
  },
  {
    folder: 'cli',
    imports: ['playground/exercise', 'playground/backends', 'course', ...lowest],
    valuesOf: { 'playground/exercise': solved },
  },
  {
    folder: 'playground/editor',
    imports: ['playground/wording', 'playground/program', ...everywhere, 'course', ...lowest],
    valuesOf: courseForBrowser,
  },
  {
    folder: 'playground/wording',
    imports: ['playground/exercise', 'playground/program', 'playground/backends', ...lowest],
  },
  {
    folder: 'playground/exercise',
    imports: ['playground/program', 'playground/backends', ...everywhere, 'course', ...lowest],
    valuesOf: courseForBrowser,
  },
  {
    folder: 'playground/project',
    imports: ['playground/program', 'playground/backends', ...everywhere, ...lowest],
  },
  {
    folder: 'playground/program',
    imports: ['playground/backends', ...everywhere, 'course', ...lowest],
    valuesOf: courseForBrowser,
  },
  {
    folder: 'playground/backends',
    imports: ['playground/storage', 'course', 'compiler-output', 'i18n', 'protocol'],
    valuesOf: courseForBrowser,
  },
  { folder: 'playground/storage', imports: ['i18n', 'protocol'] },
  { folder: 'playground/notices', imports: ['i18n'] },
  { folder: 'markdown', imports: lowest },
  { folder: 'course', imports: ['i18n', 'protocol'] },
  { folder: 'story', imports: ['i18n', 'protocol'] },
  { folder: 'compiler-output', imports: ['protocol'] },
  { folder: 'offline', imports: ['i18n', 'protocol'] },
  { folder: 'i18n', imports: ['protocol'] },
  { folder: 'protocol', imports: [] },
  { folder: 'styles', imports: [] },
]

/** Packages that only some rooms may import, by the beginning of their names, each with its reason. */
export const guardedPackages: readonly {
  names: readonly string[]
  rooms: readonly string[]
  reason: string
}[] = [
  {
    names: ['monaco-editor', '@shikijs/monaco', 'monaco-vim'],
    rooms: ['playground/editor'],
    reason: 'the editor must stay lazy and replaceable',
  },
  {
    names: ['@xterm/'],
    rooms: ['playground/workbench'],
    reason: 'the terminal must stay lazy',
  },
  {
    names: ['unbash', 'comlink', '@webcontainer/', 'fflate'],
    rooms: ['playground/workspace'],
    reason: 'no other page than the workspace loads them',
  },
  {
    names: ['idb', 'ts-fsrs'],
    rooms: ['playground/storage'],
    reason: 'what a reader did is read and written in one place, and scheduled from there',
  },
  {
    names: ['commander'],
    rooms: ['cli'],
    reason: 'the arguments of npm scripts are few',
  },
  {
    names: ['node:child_process', 'child_process', 'execa'],
    rooms: ['service/bubblewrap', 'service/toolroom', 'scripts'],
    reason: 'only the sandbox, the toolroom and the commands start processes',
  },
]
