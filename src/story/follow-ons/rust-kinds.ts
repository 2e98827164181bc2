import { t } from '#i18n/t.ts'
import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import type { FollowOnKind, Pair } from './follow-on-kind.ts'
import { type Call, primarySpans, type SourceText } from './source-text.ts'

/** Of a macro that was refused nothing comes, and rustc misses it in other places. */
const ofModule =
  /^cannot find value `__LOG_PREFIX` in the crate root|^cannot find type `LocalModule` in the crate root|undeclared crate or module `module_parameters`|: ModuleMetadata` is not satisfied/

/** How errors of rustc follow from each other; the first kind that fits is taken. */
export const rustKinds: readonly FollowOnKind[] = [
  {
    name: 'told twice',
    because: () => t('It is the same error at the same place: a macro uses these words more than once.'),
    source: 'rust/kernel/workqueue.rs: impl_has_work! uses its field in two functions',
    leader: {},
    follower: {},
    isBound: ({ leader, follower }) => isSaidAgain(leader, follower) && isSamePlace(leader, follower),
  },
  {
    name: 'names of module!',
    because: () => t('`module!` was refused, and it makes this name.'),
    source:
      'rust/macros/module.rs: module() gives __LOG_PREFIX, LocalModule, ModuleMetadata and module_parameters',
    leader: { codes: ['none', 'E0433'] },
    follower: { message: ofModule },
    isBound: ({ leader, text }) => isRefusedModule(leader, text),
  },
  {
    name: 'the type of module!',
    because: () =>
      t('`module!` does not know the type of the module, so it does not know its errors either.'),
    source:
      'rust/macros/module.rs: __init() of what module() gives calls to_errno() on the error of `InPlaceModule::init`',
    leader: { codes: ['E0412', 'E0433', 'E0277'] },
    follower: {
      codes: ['E0599'],
      message: /^no method named `to_errno` found for enum `(?:core::convert::)?Infallible`/,
    },
    isBound: ({ leader, follower, text }) => isInModule(leader, text) && isInModule(follower, text),
  },
  {
    name: 'no module!',
    because: () => t('It is missing for the same reason: there is no `module!`, which makes this name.'),
    source: 'rust/macros/module.rs: module() gives __LOG_PREFIX and LocalModule to the whole crate',
    leader: { message: ofModule },
    follower: { message: ofModule },
    isBound: () => true,
  },
  {
    name: 'implementations by macros',
    because: () => t('The macro that implements this trait was refused.'),
    source: 'rust/kernel/time/hrtimer.rs: impl_has_hr_timer!, rust/kernel/workqueue.rs: impl_has_work!',
    leader: { codes: ['none'] },
    follower: { codes: ['E0277', 'E0599'] },
    isBound: implementsWhatIsMissing,
  },
  {
    name: 'device tables',
    because: () => t('The macro that makes this table was refused.'),
    source: 'rust/kernel/device_id.rs: module_device_table! makes the constant that is named first',
    leader: { codes: ['none'] },
    follower: { codes: ['E0425'], message: /^cannot find value `\w+` in this scope/ },
    isBound: ({ leader, follower, text }) =>
      callsAround(leader, text).some(
        ({ name, inside }) => name.endsWith('_device_table!') && firstWord(inside) === nameIn(follower),
      ),
  },
  {
    name: 'types that could not be read',
    because: () => t('Its definition could not be read.'),
    source:
      'rust/pin-init/internal/src/lib.rs: an attribute gives nothing back for a struct that it cannot parse',
    leader: { codes: ['none'] },
    follower: { codes: ['E0412', 'E0422', 'E0425', 'E0433', 'E0574'] },
    isBound: ({ leader, follower, text }) =>
      leader.spans.some(
        ({ label, ...span }) => whileParsing.test(label ?? '') && text.of(span) === nameIn(follower),
      ),
  },
  {
    name: 'modules that are not there',
    because: () => t('It is the same module that is missing.'),
    source: 'rustc resolves each path by itself: rustc --explain E0433',
    leader: { codes: ['E0432', 'E0433'] },
    follower: { codes: ['E0432', 'E0433'] },
    isBound({ leader, follower }) {
      const missing = primarySpans(leader).map(({ label }) => label)
      const labels = primarySpans(follower).map(({ label = '' }) => label)
      return labels.every((label) => label.startsWith('could not find `') && missing.includes(label))
    },
  },
  {
    name: 'derives of a name that stands twice',
    because: () => t('Two types have this name, and each derives the trait.'),
    source: 'rustc --explain E0428, rustc --explain E0119',
    leader: { codes: ['E0428'] },
    follower: { codes: ['E0119'] },
    isBound: ({ leader, follower, text }) =>
      nameIn(leader) === /for type `(\w+)`/.exec(follower.message)?.[1] &&
      follower.spans.every((span) => text.lineOf(span).includes('derive(')),
  },
  {
    name: 'calls of a name that stands twice',
    because: () => t('Two functions have this name.'),
    source: 'rustc --explain E0592, rustc --explain E0034',
    leader: { codes: ['E0592'] },
    follower: { codes: ['E0034'] },
    isBound({ leader, follower }) {
      const candidates = follower.children.filter(({ message }) => message.startsWith('candidate #'))
      const lines = linesOf(leader.spans)
      return (
        candidates.length === 2 &&
        linesOf(candidates.flatMap(({ spans }) => spans)).every((at) => lines.includes(at))
      )
    },
  },
  {
    name: 'fields of initialisers',
    because: () => t('The initialiser uses this field more than once.'),
    source: 'rust/pin-init/internal/src/init.rs: a field is initialised, projected to and checked',
    leader: { codes: ['E0560'] },
    follower: { codes: ['E0599', 'E0609'] },
    isToldLater: true,
    isBound: ({ leader, follower }) =>
      isSamePlace(leader, follower) && lastName(leader.message) === /`(\w+)`/.exec(follower.message)?.[1],
  },
]

const whileParsing = /^while parsing this (?:struct|enum|union)$/

function isSamePlace(a: Diagnostic, b: Diagnostic): boolean {
  const [of, other] = [a, b].map((it) =>
    JSON.stringify(primarySpans(it).map(({ file, start, end }) => [file, start, end])),
  )
  return of === other && of !== '[]'
}

function isSaidAgain(leader: Diagnostic, { code, severity, message }: Diagnostic): boolean {
  return (
    leader.code === code &&
    leader.severity === severity &&
    (leader.message === message || leader.message.startsWith(`${message},`))
  )
}

function callsAround(diagnostic: Diagnostic, text: SourceText): Call[] {
  return primarySpans(diagnostic).flatMap((span) => text.callsAround(span))
}

/** The macro itself was refused, or there is none of this name: `module_misc_device!` made the same names. */
function isRefusedModule(leader: Diagnostic, text: SourceText): boolean {
  const isItsName = primarySpans(leader).some((span) => /^module_\w+$/.test(text.of(span)))
  return isInModule(leader, text) && (leader.code === undefined || isItsName)
}

function isInModule(diagnostic: Diagnostic, text: SourceText): boolean {
  return callsAround(diagnostic, text).some(({ name }) => /(?:^|::)module(?:_\w+)?!$/.test(name))
}

/** `impl HasWork<Self> for Device` in the refused macro, and all that is missing is `Device: HasWork<…>`. */
function implementsWhatIsMissing({ leader, follower, text }: Pair): boolean {
  const bounds = missingBounds(follower)
  return callsAround(leader, text).some(({ name, inside }) => {
    const [, trait, type] = /\bimpl\b[^;]*?\b(\w+)\s*<[^;]*?\bfor\s+(\w+)/.exec(inside) ?? []
    if (!name.endsWith('!') || trait === undefined || type === undefined) return false
    return bounds.length > 0 && bounds.every((bound) => bound.startsWith(`${type}: ${trait}<`))
  })
}

function missingBounds({ code, message, children }: Diagnostic): string[] {
  if (code === 'E0277') return [/^the trait bound `([^`]+)` is not satisfied/.exec(message)?.[1] ?? '']
  const note = children.find((child) =>
    child.message.startsWith('the following trait bounds were not satisfied'),
  )
  return (note?.message.split('\n') ?? []).flatMap((line) => /^`([^`]+)`/.exec(line)?.[1] ?? [])
}

function firstWord(text: string): string | undefined {
  return /^\s*(\w+)/.exec(text)?.[1]
}

/** The first name that a message quotes. */
function nameIn({ message }: Diagnostic): string | undefined {
  return /`(\w+)`/.exec(message)?.[1]
}

function lastName(message: string): string | undefined {
  return /`(\w+)`[^`]*$/.exec(message)?.[1]
}

function linesOf(spans: Span[]): string[] {
  return spans.map(({ file, start }) => `${file}:${start.line}`)
}
