import { useId } from 'preact/hooks'
import type { Edition, Variant } from '#protocol/compile.ts'
import { t } from '#i18n/t.ts'
import type { OpenProject } from '../../project/open-project.ts'
import type { Project, Sides } from '../../project/project.ts'
import { templates } from '../../project/templates.ts'
import type { Action } from '../actions.ts'
import { Menu } from '../panels/menu.tsx'
import type { ProjectActions } from './project-actions.ts'

interface Props {
  open: OpenProject | undefined
  actions: ProjectActions | undefined
}

/** What the files are compiled for, and what to begin with. */
export function ProjectSettings({ open, actions }: Props) {
  const project = open?.project
  const isDriver = project?.target === 'kernel'
  const change = (changes: Partial<Project>) => actions?.change(changes)
  return (
    <div class="wb-settings" role="group" aria-label={t('What it is')}>
      <Choice
        label={t('Target')}
        value={project?.target ?? 'userspace'}
        options={{ userspace: t('Userspace program'), kernel: t('Kernel module') }}
        choose={(target) => actions?.changeTarget(target)}
      />
      {isDriver ? (
        <>
          <Choice
            label={t('Language')}
            value={project.sides}
            options={{ rust: 'Rust', c: 'C', both: t('C and Rust') } satisfies Record<Sides, string>}
            choose={(sides) => change({ sides })}
          />
          <Choice
            label={t('Kernel')}
            value={project.variant}
            options={describeKernels()}
            choose={(variant) => change({ variant })}
          />
        </>
      ) : (
        <Choice
          label={t('Edition')}
          value={project?.edition ?? '2021'}
          options={editions}
          choose={(edition) => change({ edition })}
        />
      )}
      <div>
        <Menu
          id="wb-templates"
          label={t('Begin with a template')}
          sign={`${t('Begin with a template')} ▾`}
          groups={[toBeginnings(actions)]}
        />
      </div>
    </div>
  )
}

function describeKernels(): Record<Variant, string> {
  return { kasan: t('kasan: watches memory'), lockdep: t('lockdep: watches locks') }
}

const editions: Record<Edition, string> = { 2015: '2015', 2018: '2018', 2021: '2021', 2024: '2024' }

/** In a menu, as a list to choose from would begin with each template that arrow keys pass. */
function toBeginnings(actions: ProjectActions | undefined): Action[] {
  return templates.map(({ id, title, project }) => ({
    id,
    title: title(),
    callback: () => actions?.replace(project, t('«{title}» is in the editors now.', { title: title() })),
  }))
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: Record<Value, string>
  choose(value: Value): void
}

function Choice<Value extends string>({ label, value, options, choose }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          choose(currentTarget.value as Value)
          currentTarget.value = value
        }}
      >
        {(Object.keys(options) as Value[]).map((option) => (
          <option key={option} value={option}>
            {options[option]}
          </option>
        ))}
      </select>
    </div>
  )
}
