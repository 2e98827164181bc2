import { t } from '#i18n/t.ts'

/** What part a place has in a story: a row of the table below. */
export type Role = keyof typeof table

/** All that a role decides; a new one needs nothing but its row and a program whose refusal has it. */
export interface RoleRow {
  /** Stands before a step's own words. */
  name: () => string
  /** Its place in the order of events; roles of one rank come in the order of the text. */
  rank: number
  phase: Phase
  /** The kinds of rail whose track reaches its stop. */
  tracks: RailKind[]
  /** What a note becomes that has it: a step of the story, or an aside, of this role or a mere `note`. */
  inNote: 'step' | 'aside' | 'note'
  /** How rustc 1.85.1 or our own reading of the kernel's log says it. */
  signs: RegExp[]
}

/** What happens to what a story is about: gives a stop its shape, a rail its kind and a link its kind. */
export type Phase =
  /** Who has the value; the rail of a life begins here. */
  | 'owner'
  | 'allocation'
  /** A borrow, or a lock that is held. */
  | 'loan'
  | 'end'
  /** What the loan is needed for later. */
  | 'use'
  | 'cause'
  /** A link in a chain of bounds, of which the first is the cause. */
  | 'bound'
  | 'beside'

/** A loan or the life of a value has a solid track; what only belongs together a thin one, a thread. */
export type RailKind = 'loan' | 'life' | 'thread'

/** The order of the rows is that in which their signs are tried: the first that fits decides. */
const table = {
  allocated: {
    name: () => t('begins'),
    rank: 1,
    phase: 'allocation',
    tracks: ['life'],
    inNote: 'note',
    signs: [/^allocated here/],
  },
  freed: {
    name: () => t('ends'),
    rank: 3,
    phase: 'end',
    tracks: ['life'],
    inNote: 'note',
    signs: [/^freed here/],
  },
  caller: {
    name: () => t('called'),
    rank: 6,
    phase: 'beside',
    tracks: ['thread'],
    inNote: 'note',
    signs: [/^called from here/],
  },
  queued: {
    name: () => t('queued'),
    rank: 3,
    phase: 'beside',
    tracks: ['life'],
    inNote: 'note',
    signs: [/^queued here/],
  },
  held: {
    name: () => t('lock held'),
    rank: 2,
    phase: 'loan',
    tracks: ['loan'],
    inNote: 'note',
    signs: [/is taken here and still held|^earlier takes|^preemption is disabled/],
  },
  loop: {
    name: () => t('loop'),
    rank: 0,
    phase: 'beside',
    tracks: ['thread'],
    inNote: 'note',
    signs: [/^inside of this loop/],
  },
  required: {
    name: () => t('bound'),
    rank: 6,
    phase: 'bound',
    tracks: ['thread'],
    inNote: 'step',
    signs: [
      /required (by|because|for|so)|introduced by this call|^within this|^unsatisfied|^within `/,
      /the trait .* is not implemented for|requires argument type to outlive/,
    ],
  },
  owner: {
    name: () => t('owner'),
    rank: 0,
    phase: 'owner',
    tracks: ['life', 'thread'],
    inNote: 'note',
    signs: [/declared here|^move occurs because|^binding /],
  },
  used: {
    name: () => t('still needed'),
    rank: 5,
    phase: 'use',
    tracks: ['loan'],
    inNote: 'note',
    signs: [
      /later (used|stored|captured)|used here, in later iteration|used in later iteration|^borrow used/,
      /might be used here|requires that .* is borrowed for|requires that .* must outlive/,
    ],
  },
  dropped: {
    name: () => t('ends here'),
    rank: 3,
    phase: 'end',
    tracks: ['loan', 'life'],
    inNote: 'note',
    signs: [/(dropped|destroyed|freed) (here|at the end)|dropped here while|gets dropped/],
  },
  captured: {
    name: () => t('captured'),
    rank: 3,
    phase: 'cause',
    tracks: ['thread'],
    inNote: 'note',
    signs: [/due to use in|captured|captures|^closure construction|calling .* requires mutable binding/],
  },
  note: {
    name: () => t('note'),
    rank: 4,
    phase: 'beside',
    tracks: [],
    inNote: 'note',
    signs: [/^you (could|can)|^consider|could be cloned/],
  },
  moved: {
    name: () => t('moved away'),
    rank: 3,
    phase: 'end',
    tracks: ['loan', 'life'],
    inNote: 'note',
    signs: [
      /moved (into closure )?here|moved due to|moved in this|^value moved|^(?!this parameter).*takes ownership of/,
    ],
  },
  borrowed: {
    name: () => t('loan begins'),
    rank: 2,
    phase: 'loan',
    tracks: ['loan'],
    inNote: 'note',
    signs: [
      /borrow(ed)? .*occurs|borrow occurs|is (mutably )?borrowed here|^borrowed value|^borrow of/,
      /mutably borrowed here|^creates a temporary|construction occurs/,
    ],
  },
  asked: {
    name: () => t('asked for'),
    rank: 1,
    phase: 'cause',
    tracks: ['thread'],
    inNote: 'step',
    signs: [
      /expected (due to|because)|because of (this|return type)|because return type|^expected .* because/,
      /^type in trait|^arguments to this|from trait$|^argument .* of type|^this expression has type|has type `/,
      /^return type|this is found to be|^the found|encountered while instantiating/,
    ],
  },
  lifetime: {
    name: () => t('lifetime'),
    rank: 1,
    phase: 'cause',
    tracks: ['thread'],
    inNote: 'step',
    signs: [/lifetime|only valid in|must outlive/],
  },
  assigned: {
    name: () => t('first set'),
    rank: 2,
    phase: 'cause',
    tracks: ['thread'],
    inNote: 'note',
    signs: [/^first assignment|assigned here/],
  },
  reason: {
    name: () => t('why'),
    rank: 1,
    phase: 'cause',
    tracks: ['thread'],
    inNote: 'step',
    signs: [/is not initialized|might be missing|^not covered|is `(true|false)`|if this|is uninitialized/],
  },
  defined: {
    name: () => t('beside'),
    rank: 7,
    phase: 'beside',
    tracks: [],
    inNote: 'aside',
    signs: [
      /^this parameter takes ownership|^in this (function|method)|defined (here|in|as)|not found for this/,
      /implements? |^similarly named|^method .* available|^items? from|^has no|^private|^this trait has/,
    ],
  },
  refused: { name: () => t('refused'), rank: 4, phase: 'beside', tracks: [], inNote: 'note', signs: [] },
} satisfies Record<string, RoleRow>

/** The table that steps, rails and links read. */
export const roles: Record<Role, RoleRow> = table

/** Finds the role of a place by what rustc or the kernel's report says of it; `note` where the words are not known. */
export function roleOf(words: string): Role {
  if (words === calledFromHere()) return 'caller'
  return signs.find(([sign]) => sign.test(words))?.[1] ?? 'note'
}

/** Said by us, of a call that led to the end of a program. */
export function calledFromHere(): string {
  return t('called from here')
}

const signs = Object.entries(roles).flatMap(([role, row]) =>
  row.signs.map((sign) => [sign, role as Role] as const),
)

/** Codes whose message stands where the loan begins; what is refused comes later. */
export const messageStandsAtLoan = new Set(['E0597', 'E0716', 'E0713', 'E0626'])

/** Codes by which a value would be gone while something still points at it. */
export const leavesDangling = new Set(['E0505', 'E0515', 'E0597', 'E0716', 'E0713', 'E0373', 'E0521'])
