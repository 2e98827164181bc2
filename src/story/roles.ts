/** What part a place has in a story. */
export type Role =
  | 'owner'
  | 'borrowed'
  | 'moved'
  | 'dropped'
  | 'refused'
  | 'used'
  | 'assigned'
  | 'captured'
  | 'asked'
  | 'reason'
  | 'required'
  | 'lifetime'
  | 'loop'
  | 'defined'
  | 'allocated'
  | 'freed'
  | 'held'
  | 'queued'
  | 'note'

/** The role of a place by what its teller says of it; `note` where the words are not known. */
export function roleOf(words: string): Role {
  return known.find(([sign]) => sign.test(words))?.[1] ?? 'note'
}

/** Codes whose message stands where the loan begins; what is refused comes later. */
export const messageStandsAtLoan = new Set(['E0597', 'E0716', 'E0713', 'E0626'])

/** Codes by which a value would be gone while something still points at it. */
export const leavesDangling = new Set(['E0505', 'E0515', 'E0597', 'E0716', 'E0713', 'E0373', 'E0521'])

/** The words of rustc 1.85.1 and of our reading of the kernel's log; the first that fits decides. */
const known: [RegExp, Role][] = [
  [/^allocated here/, 'allocated'],
  [/^freed here/, 'freed'],
  [/^queued here/, 'queued'],
  [/is taken here and still held|^earlier takes|^preemption is disabled/, 'held'],
  [/^inside of this loop/, 'loop'],
  [/required (by|because|for|so)|introduced by this call|^within this|^unsatisfied|^within `/, 'required'],
  [/the trait .* is not implemented for|requires argument type to outlive/, 'required'],
  [/declared here|^move occurs because|^binding /, 'owner'],
  [
    /later (used|stored|captured)|used here, in later iteration|used in later iteration|^borrow used|might be used here/,
    'used',
  ],
  [/requires that .* is borrowed for|requires that .* must outlive/, 'used'],
  [/(dropped|destroyed|freed) (here|at the end)|dropped here while|gets dropped/, 'dropped'],
  [/due to use in|captured|captures|^closure construction|calling .* requires mutable binding/, 'captured'],
  [/^this parameter takes ownership|^in this (function|method)/, 'defined'],
  [/^you (could|can)|^consider|could be cloned/, 'note'],
  [/moved (into closure )?here|moved due to|moved in this|^value moved|takes ownership of/, 'moved'],
  [
    /borrow(ed)? .*occurs|borrow occurs|is (mutably )?borrowed here|^borrowed value|^borrow of|mutably borrowed here|^creates a temporary|construction occurs/,
    'borrowed',
  ],
  [
    /expected (due to|because)|because of (this|return type)|because return type|^expected .* because|^type in trait|^arguments to this|from trait$|^argument .* of type|^this expression has type|has type `|^return type|this is found to be|^the found/,
    'asked',
  ],
  [/lifetime|only valid in|must outlive/, 'lifetime'],
  [/^first assignment|assigned here/, 'assigned'],
  [/is not initialized|might be missing|^not covered|is `(true|false)`|if this|is uninitialized/, 'reason'],
  [
    /defined (here|in|as)|not found for this|implements? |^similarly named|^method .* available|^items? from|^has no|^private|^this trait has/,
    'defined',
  ],
]

/** What stands before a step's words: its role in plain words. */
export const roleNames: Record<Role, string> = {
  owner: 'owner',
  borrowed: 'loan begins',
  moved: 'moved away',
  dropped: 'ends here',
  refused: 'refused',
  used: 'still needed',
  assigned: 'first set',
  captured: 'captured',
  asked: 'asked for',
  reason: 'why',
  required: 'bound',
  lifetime: 'lifetime',
  loop: 'loop',
  defined: 'beside',
  allocated: 'begins',
  freed: 'ends',
  held: 'lock held',
  queued: 'queued',
  note: 'note',
}
