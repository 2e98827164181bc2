import type { CommandWords } from './read-words.ts'

/** Writes the completion for bash: files wherever no word of ours is meant. */
export function toBashCompletion(words: CommandWords[]): string {
  return `# bash completion of no-oops
_no_oops() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} path= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path/$word" in
${words.flatMap(toPathCases).join('\n')}
    esac
  done
  COMPREPLY=()
  case "$path:$previous" in
${words.flatMap(toChoiceCases).join('\n')}
  esac
  case "$path" in
${words.map(toWordCase).join('\n')}
  esac
}
complete -o default -F _no_oops no-oops`
}

function toPathCases({ path, commands }: CommandWords): string[] {
  return commands.map((command) => `      "${path}/${command}") path="${`${path} ${command}`.trim()}" ;;`)
}

function toChoiceCases({ path, choices }: CommandWords): string[] {
  return Object.entries(choices).map(
    ([option, values]) =>
      `    "${path}:${option}") ${values.length === 0 ? '' : `COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$current")); `}return ;;`,
  )
}

/** Commands where there are some; options where one is begun, so that files are offered else. */
function toWordCase({ path, commands, options }: CommandWords): string {
  const offer = (list: string[]) => `COMPREPLY=($(compgen -W "${list.join(' ')}" -- "$current"))`
  const begun = `[[ $current == -* ]] && ${offer(options)}`
  return `    "${path}") ${commands.length > 0 ? offer([...commands, ...options]) : begun} ;;`
}
