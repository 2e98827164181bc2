import type { DriverName } from '#protocol/shell.ts'
import { t } from '#i18n/t.ts'
import type { PushState, ShellSession } from '../../program/shell-session.ts'

interface Props {
  shell: ShellSession
  /** The driver that they are given for. */
  name: DriverName
  focus: () => void
}

/** The commands of the lesson, to be given by a click; what loads a new build comes first. */
export function Commands({ shell, name, focus }: Props) {
  const load = toLoad(shell.push.value)
  const give = (command: string) => (shell.type(`${command}\r`), focus())
  return (
    <ul class="wb-shell-commands" aria-label={t('Commands to give')}>
      {load && (
        <li>
          <button
            type="button"
            class="wb-button wb-primary"
            onClick={() => (give(load), shell.notePushUsed())}
          >
            {load}
          </button>
        </li>
      )}
      {shell.commands().map((command) => (
        <li key={command}>
          <button type="button" class="wb-button" onClick={() => give(toOther(command, name))}>
            {toOther(command, name)}
          </button>
        </li>
      ))}
    </ul>
  )
}

function toLoad(push: PushState): string | undefined {
  if (push.kind !== 'pushed') return undefined
  const { name, isLoaded } = push
  return isLoaded ? `rmmod ${name}; insmod ${name}.ko` : `insmod ${name}.ko`
}

/** A lesson's commands are about `driver`. */
function toOther(command: string, name: DriverName): string {
  return command.replaceAll(/\bdriver(?=\.ko\b)|(?<=\b(?:rmmod |module\/))driver\b/g, name)
}
