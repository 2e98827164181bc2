import { labelOfEarlier, labelOfHeld, labelOfWish } from './label-of-locking.ts'
import type { LoggedReport, Role, Trace } from './logged-report.ts'
import { reportKinds } from './report-kinds.ts'
import { toBytes } from './to-bytes.ts'

/** How the kernel writes the traces of one role, and what we say of them. */
interface TraceFormat {
  /** The line above such a trace; locks that stand below none are held. */
  sign?: RegExp
  /** All of the `place` are one trace; `orderLocks` tells those of `locks`; of every other role the first counts. */
  group: 'place' | 'locks' | 'others'
  /** Says in a few words what part the place had in the report. */
  label(report: LoggedReport, trace: Trace): string
}

/** Every role of a trace. Those of the group `others` are told in this order. */
export const traceRoles: Record<Role, TraceFormat> = {
  at: {
    sign: /^(Call Trace:$|RIP: |Left behind: |(?:dev|kobj)_attr_show: )/,
    group: 'place',
    label: (report) => reportKinds[report.kind].label(report),
  },
  wants: { sign: / is trying to (acquire )?lock:$|^inconsistent \{/, group: 'locks', label: labelOfWish },
  holds: { group: 'locks', label: labelOfHeld },
  before: { sign: /^-> #\d{1,3} \(/, group: 'locks', label: labelOfEarlier },
  used: { sign: /^\{.* state was registered at:/, group: 'locks', label: labelOfEarlier },
  disabled: {
    sign: /^Preemption disabled at:/,
    group: 'others',
    label: () => 'preemption is disabled here',
  },
  allocated: {
    sign: /^Allocated by task | vmalloc region starting at \S+ allocated at /,
    group: 'others',
    label: ({ object }) => (object ? `allocated here, ${toBytes(object.bytes)}` : 'allocated here'),
  },
  queued: {
    sign: /^Last potentially related work creation:/,
    group: 'others',
    label: () => 'queued here for later work',
  },
  gone: { group: 'others', label: () => 'this went with the module, and is still used' },
  freed: { sign: /^Freed by task /, group: 'others', label: () => 'freed here' },
}

/** The roles of a group, in the order of the table. */
export function rolesOf(group: TraceFormat['group']): Role[] {
  return all.filter((role) => traceRoles[role].group === group)
}

/** The role of the trace that begins below a line, if one does. */
export function toRole(words: string): Role | undefined {
  return all.find((role) => traceRoles[role].sign?.test(words))
}

const all = Object.keys(traceRoles) as Role[]
