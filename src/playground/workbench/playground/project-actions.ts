import { t } from '#i18n/t.ts'
import { editorAction, presentAction, workActions } from '../exercise-actions.ts'
import type { Action, BarActions } from '../actions.ts'
import { announce } from '../../notices/announcements.ts'
import { offerUndo } from '../../notices/offer-undo.ts'
import { closeToast } from '../../notices/toasts.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { Panel } from '../../program/view.ts'
import { describeBadName } from '../../project/file-names.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { languageOf, languagesOf, type Project, rootOf, withFiles } from '../../project/project.ts'
import { readProject, saveProject } from '../../project/stored-project.ts'
import { saveReplaced } from '../../project/save-replaced.ts'
import { beforeReplaced, noteReplaced } from '../../project/replaced.ts'
import { goToResults } from '../go-to-results.ts'
import { keysOf } from '../keys.ts'
import type { ShortcutTargets } from '../shortcuts.ts'
import { askName } from './ask-name.ts'
import { formatFile, formatterOf } from './format-file.ts'
import { copyLink, embedProject, openInWorkspace, showLink } from './project-links.ts'

/** What the reader can do with a project. */
export interface ProjectActions {
  toBar(isBeside: boolean, page: PageState): BarActions
  shortcuts(isBeside: boolean): ShortcutTargets
  /** Opens the project with something changed; its texts stay. */
  change(changes: Partial<Project>): void
  /** Puts another project in its place, which can be undone. */
  replace(project: Project, what: string): void
  /** Opens the other half: the program or the driver. */
  changeTarget(target: Project['target']): void
}

interface PageState {
  isFull: boolean
  toggleFull(): void
  /** The project's link fits a QR code. */
  fitsQrCode: boolean
}

/** Saves and shows another project in the place of the open one, which is closed first; it is told what came in the link. Gives the one that is open then. */
export type Reopen = (toProject: (linked: Partial<Project>) => Project) => OpenProject | undefined

/** Creates what can be done with an open project. */
export function createProjectActions(open: OpenProject, reopen: Reopen): ProjectActions {
  const { slug, active, inspect } = open
  /** What an older offer to undo would bring back is without what is written from now on. */
  const apply = (project: Project) => (closeToast(), reopen(() => project))
  const change = (changes: Partial<Project>) => apply({ ...open.current(), ...changes })
  function replace(project: Project, what: string) {
    const now = open.current()
    const saved = project.target === now.target ? [] : [readProject(slug, {}, project.target)]
    const before = beforeReplaced(slug, [...saved, now])
    const next = apply(project)
    noteReplaced(slug, { before, after: project })
    void saveReplaced(slug, now, project)
    offerUndo(what, next ? textsOf(next) : [], () => {
      for (const project of before.slice(0, -1)) saveProject(slug, project)
      apply(before.at(-1)!)
    })
  }
  const format = () => void formatFile(active.peek(), open.project)
  const rust = open.sides.find(({ language }) => language === 'rust')
  const lint = rust && (() => lintRust(open, rust))
  const test = () => void active.peek().test?.()
  const measure = () => (showResults(open, 'code'), inspect?.start())
  const work = (): Action[] => [
    ...(active.value.test
      ? [
          {
            id: 'test',
            title: t('Test'),
            about: t('each #[test] of the program, {keys}', { keys: keysOf('test') }),
            callback: test,
          },
        ]
      : []),
    ...(lint
      ? [{ id: 'lint', title: 'Clippy', about: `${rust.file}, ${keysOf('lint')}`, callback: lint }]
      : []),
    {
      id: 'format',
      title: t('Format'),
      about: `${formatterOf(active.value)}, ${keysOf('format')}`,
      callback: format,
    },
    ...(inspect
      ? [
          {
            id: 'size',
            title: t('Size'),
            about: t('functions and their assembly, {keys}', { keys: keysOf('size') }),
            callback: measure,
          },
        ]
      : []),
  ]
  return {
    ...{ change, replace },
    changeTarget(target) {
      const now = open.current()
      saveProject(slug, now, Object.keys(open.project.files))
      closeToast()
      reopen((linked) => readProject(slug, linked, target))
    },
    toBar: (isBeside, { isFull, toggleFull, fitsQrCode }) => ({
      run: toRuns(open, isBeside),
      isRunning: open.sides.some(({ run }) => run.isOn.value),
      stop: () => open.sides.forEach(({ run }) => run.stop()),
      buttons: [...work(), { id: 'copy-link', title: t('Copy link'), callback: () => copyLink(open) }],
      menu: [
        work(),
        toFileActions(open, { apply, replace }),
        [
          {
            id: 'qr-code',
            title: t('QR code'),
            about: fitsQrCode ? t('of the link, for a room') : t('too much code for one'),
            callback: () => showLink(open),
          },
          {
            id: 'embed',
            title: t('Embed'),
            about: t('in a page of yours'),
            callback: () => void embedProject(open),
          },
          {
            id: 'workspace',
            title: t('Open in the workspace'),
            about: t('with a terminal'),
            callback: () => void openInWorkspace(open),
          },
        ],
        workActions(),
        [
          {
            id: 'full',
            title: t('Full window'),
            about: isFull ? 'Esc' : keysOf('full'),
            isOn: isFull,
            callback: toggleFull,
          },
          presentAction(),
          editorAction(),
        ],
      ],
    }),
    shortcuts: (isBeside) => ({
      start: isBeside ? open.startBoth : open.startActive,
      navigator: open.view.shown.peek() === active.peek().file ? active.peek().navigator : undefined,
      own: { format, lint, test, size: measure },
    }),
  }
}

function textsOf({ files, script }: OpenProject) {
  return [...files.values(), ...(script ? [script] : [])].map(({ text }) => text)
}

/** The button is there on the C side too, so that no other moves when a side takes the focus. */
function lintRust(open: OpenProject, rust: ProgramSession) {
  if (open.active.peek().language !== 'rust') open.view.shown.value = rust.file
  showResults(open, 'problems')
  rust.lint()
}

function showResults({ view }: OpenProject, panel: Panel) {
  view.help.value = undefined
  view.panel.value = panel
  const results = document.querySelector<HTMLElement>('.wb-output')
  if (results) goToResults(results)
}

function toRuns({ sides, active, startActive, startBoth }: OpenProject, isBeside: boolean): Action[] {
  const key = (isFirst: boolean) => (isFirst ? `, ${keysOf('run')}` : '')
  const own = sides.find(({ language }) => language === active.value.language)!
  const one = { id: 'run', about: `${own.file}${key(!isBeside)}`, callback: startActive }
  if (sides.length === 1) return [{ ...one, title: t('Run') }]
  const both = {
    id: 'run-both',
    title: t('Run both'),
    about: t('C and Rust') + key(isBeside),
    callback: startBoth,
  }
  return isBeside ? [both, { ...one, title: t('Run one') }] : [{ ...one, title: t('Run') }, both]
}

interface Changes {
  apply(project: Project): OpenProject | undefined
  replace(project: Project, what: string): void
}

/** The roots are there as long as their languages are: they have no other name. */
function toFileActions(open: OpenProject, { apply, replace }: Changes): Action[] {
  const { project, active } = open
  const { file } = active.value
  const add: Action = { id: 'add-file', title: t('Add a file'), callback: () => void addFile(open, apply) }
  if (file === rootOf(project.target, languageOf(file))) return [add]
  const remove = () => {
    const now = open.current()
    const { [file]: _removed, ...files } = now.files
    replace(withFiles(now, files), t('{file} was removed.', { file }))
  }
  return [
    add,
    { id: 'rename-file', title: t('Rename {file}', { file }), callback: () => void renameFile(open, apply) },
    { id: 'remove-file', title: t('Remove {file}', { file }), callback: remove },
  ]
}

async function addFile(open: OpenProject, apply: Changes['apply']) {
  const others = Object.keys(open.current().files)
  const { target } = open.project
  const describeBad = (name: string) =>
    describeBadName(name, others) ??
    (target === 'userspace' && languageOf(name) === 'c' ? t('C is compiled for the kernel only.') : undefined)
  const name = await askName({ title: t('Name of the new file'), value: '', describeBad })
  if (name === undefined) return
  const now = open.current()
  const isHidden = !languagesOf(now).includes(languageOf(name))
  const next = apply({
    ...withFiles(now, { ...now.files, [name]: '' }, name),
    ...(isHidden && { sides: 'both' as const }),
  })
  next?.files.get(name)?.goTo({ line: 1, column: 1 })
  announce(t('{file} was added; you are in it.', { file: name }))
}

async function renameFile(open: OpenProject, apply: Changes['apply']) {
  const { file } = open.active.peek()
  const others = Object.keys(open.current().files).filter((other) => other !== file)
  const describeBad = (name: string) =>
    describeBadName(name, others) ??
    (languageOf(name) === languageOf(file) ? undefined : t('C stays C, and Rust stays Rust.'))
  const name = await askName({ title: t('New name of {file}', { file }), value: file, describeBad })
  if (name === undefined || name === file) return
  const now = open.current()
  const files = Object.entries(now.files).map(([path, text]) => [path === file ? name : path, text])
  apply(withFiles(now, Object.fromEntries(files) as Project['files'], name))
}
