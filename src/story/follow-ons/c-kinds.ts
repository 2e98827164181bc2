import { t } from '#i18n/t.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { FollowOnKind, Pair } from './follow-on-kind.ts'
import { primarySpans } from './source-text.ts'

const undeclaredCall = { codes: ['-Wimplicit-function-declaration'] }
const incomplete = /incomplete (?:definition of )?type '(?:const )?((?:struct|union|enum) \w+)/

/** How errors of clang follow from each other; the first kind that fits is taken. */
export const cKinds: readonly FollowOnKind[] = [
  {
    name: 'values of undeclared functions',
    because: () => t('clang takes what it has seen no declaration of for a function that returns `int`.'),
    source: 'clang -Wimplicit-function-declaration: C90 6.3.2.2, implicit function declarations',
    leader: undeclaredCall,
    follower: { message: /^incompatible integer to pointer conversion|^member reference type 'int' is not/ },
    isBound: isAboutItsValue,
  },
  {
    name: 'definitions after an undeclared call',
    because: () => t('The call above it, without a declaration, has already said another type.'),
    source: 'clang -Wimplicit-function-declaration: note «previous implicit declaration is here»',
    leader: undeclaredCall,
    follower: { message: /^conflicting types for '|^static declaration of '/ },
    isBound: ({ leader, follower }) =>
      quotedIn(leader) === quotedIn(follower) &&
      follower.children.some(({ message }) => message === 'previous implicit declaration is here'),
  },
  {
    name: 'structs that are not defined',
    because: () => t('It is the same type that has no definition here.'),
    source: 'clang tells of each use of an incomplete type: C11 6.2.5, paragraph 22',
    leader: { message: incomplete },
    follower: { message: incomplete },
    isBound: ({ leader, follower }) =>
      typeIn(leader) === typeIn(follower) && isDeclared(leader) && isDeclared(follower),
  },
  {
    name: 'structs that a parameter declares',
    because: () =>
      t('The type has no definition, so that each function’s parameter declares one of its own.'),
    source: 'clang -Wvisibility: C11 6.2.1, paragraph 4',
    leader: { message: incomplete },
    follower: { codes: ['-Wvisibility', '-Wincompatible-pointer-types'] },
    isToldLater: true,
    isBound: isOwnOfParameter,
  },
  {
    name: 'arguments that a macro did not take',
    because: () => t('clang gave up on the macro’s arguments, and reads its name alone.'),
    source: 'clang: a call of a macro with a wrong number of arguments is not expanded',
    leader: { message: /^too (?:many|few) arguments provided to function-like macro invocation/ },
    follower: { message: /^use of undeclared identifier '|^type specifier missing, defaults to 'int'/ },
    isBound: ({ leader, follower, text }) =>
      primarySpans(follower).some((name) => {
        const call = text.callAt(name)
        const isMacro = leader.children.some(
          ({ message }) => message === `macro '${call?.name}' defined here`,
        )
        return isMacro && primarySpans(leader).every((span) => call!.holds(span))
      }),
  },
  {
    name: 'names that clang guessed',
    because: () => t('clang goes on as if its guess were what you wrote.'),
    source: 'clang: typo correction; the error says «did you mean»',
    leader: { message: /[;,] did you mean '/ },
    follower: {},
    isBound({ leader, follower }) {
      const guess = /did you mean '([^']+)'\?$/.exec(leader.message)?.[1]
      return follower.message.includes(`'${guess}'`) && isSameSpan(leader, follower)
    },
  },
  {
    name: 'macros that are not there, outside of functions',
    because: () => t('No macro has this name, so that clang reads its line as a declaration.'),
    source: 'C11 6.9: outside of functions there are only declarations and definitions',
    leader: { codes: ['-Wimplicit-int'] },
    follower: {
      message:
        /^expected (?:parameter declarator|'\)')$|^a function declaration without a prototype|^a parameter list without types/,
    },
    isToldLater: true,
    isBound: ({ leader, follower, text }) =>
      primarySpans(leader).some((name) => {
        const call = text.callAt(name)
        return call?.name === text.of(name) && primarySpans(follower).every(call.holds)
      }),
  },
  {
    name: 'members that a macro was given',
    because: () => t('The macro that is gone was given the name of a member here, not a value.'),
    source: 'include/linux/timer.h: timer_container_of(), which took the place of from_timer()',
    leader: { ...undeclaredCall, message: /'from_timer'/ },
    follower: { message: /^use of undeclared identifier '/ },
    isBound: ({ follower, text }) =>
      primarySpans(follower).every((span) => {
        const [call] = text.callsAround(span).filter(({ name }) => name === 'from_timer')
        return call?.argumentOf(span) === 3
      }),
  },
  {
    name: 'braces that are not closed',
    because: () =>
      t('A brace further up is not closed, so that clang takes this function for a part of that one.'),
    source: 'clang: note «to match this» of the missing brace; C11 6.9.1, no function in a function',
    leader: { message: /^expected '\}'$/ },
    follower: { message: /^function definition is not allowed here$/ },
    isToldLater: true,
    isBound: isBehindOpenBrace,
  },
]

/** The call is all that is converted or looked into, not a part of an expression. */
function isAboutItsValue({ leader, follower, text }: Pair): boolean {
  const calls = primarySpans(leader).flatMap((span) => text.callAt(span)?.whole ?? [])
  const starts = primarySpans(leader).map(({ start }) => JSON.stringify(start))
  return (
    follower.message.includes("'int'") &&
    follower.spans.some(
      (span) => starts.includes(JSON.stringify(span.start)) && calls.includes(text.of(span)),
    )
  )
}

function isOwnOfParameter({ leader, follower }: Pair): boolean {
  const type = typeIn(leader)
  if (follower.code === '-Wvisibility')
    return follower.message.startsWith(`declaration of '${type}' will not be visible`)
  const [from, to] = [...follower.message.matchAll(/'((?:struct|union|enum) \w+ \*)'/g)].map(
    ([, name]) => name,
  )
  return from !== undefined && from === to && from === `${type} *`
}

/** What stands indented may be a function in a function. */
function isBehindOpenBrace({ leader, follower, text }: Pair): boolean {
  const brace = leader.children.find(({ message }) => message === "to match this '{'")?.spans[0]
  return (
    brace !== undefined &&
    primarySpans(follower).every(
      (span) =>
        span.start.line > brace.start.line && /^\S/.test(text.lineOf(span)) && span.file === brace.file,
    )
  )
}

/** clang points at the declaration; what is said of a type that never had one is another matter. */
function isDeclared({ children }: Diagnostic): boolean {
  return children.some(({ message }) => message.startsWith('forward declaration of '))
}

function isSameSpan(a: Diagnostic, b: Diagnostic): boolean {
  const [of, other] = [a, b].map((it) =>
    primarySpans(it).map(({ file, start, end }) => ({ file, start, end })),
  )
  return JSON.stringify(of) === JSON.stringify(other)
}

function typeIn({ message }: Diagnostic): string | undefined {
  return incomplete.exec(message)?.[1]
}

function quotedIn({ message }: Diagnostic): string | undefined {
  return /'(\w+)'/.exec(message)?.[1]
}
