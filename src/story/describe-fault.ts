import { t } from '#i18n/t.ts'
import type { Fault } from '#protocol/fault.ts'
import type { TraceFrame } from '#protocol/trace.ts'

/** What is said of a program that died in the browser: a headline without a full stop, and what to know or do about it. */
export interface FaultWords {
  headline: string
  /** Whole sentences; empty where the headline says it all. */
  advice: string
  /** Whether it is the browser that does not have what the program asks for: on Linux it would go on. */
  isLimit: boolean
}

/** Says what ended a program. The frames are those of its trace, innermost first; none, if there is no trace. */
export function describeFault(fault: Fault, frames: TraceFrame[] = []): FaultWords {
  return rows.find(({ fits }) => fits(fault, frames))!.says(fault)
}

/** The first row that fits has the words. */
interface Row {
  fits: (fault: Fault, frames: TraceFrame[]) => boolean
  says: (fault: Fault) => FaultWords
}

/** What rustc's linker gives a program for its stack, and what the service lets it have in all: see `rustc-job.ts`. */
const [stack, memory] = ['1 MiB', '64 MiB']

const rows: Row[] = [
  {
    fits: ({ kind }) => kind === 'output',
    says: () => ({
      headline: t(
        'the program was stopped here: it wrote more than 256 kB, and this console has no room for more',
      ),
      advice: t('Print less, such as every hundredth line.'),
      isLimit: true,
    }),
  },
  {
    fits: ({ kind }) => kind === 'time',
    says: () => ({
      headline: t('the program was stopped here after 10 seconds'),
      advice: t(
        'Perhaps a loop around this line does not end. What takes longer has to run on your own machine.',
      ),
      isLimit: true,
    }),
  },
  {
    fits: ({ kind }) => kind === 'slept',
    says: () => ({
      headline: t('the program was stopped here: it slept for more than a minute in all'),
      advice: t('Shorter sleeps show the same.'),
      isLimit: true,
    }),
  },
  {
    fits: ({ kind }) => kind === 'stack',
    says: () => ({
      headline: t('the stack ran out: in the browser a program has about {stack} of it', { stack }),
      advice: t(
        'Calls that go too deep use it up, and so do large arrays in them. See that the recursion ends; keep large data in a `Vec` or a `Box`. The main thread of a Linux program has 8 MiB.',
      ),
      isLimit: true,
    }),
  },
  {
    fits: ({ kind }) => kind === 'memory',
    says: ({ message }) => ({
      headline: t(
        'memory ran out: this asks for {bytes} more, and in the browser a program has {memory} in all',
        { bytes: toRequest(message), memory },
      ),
      advice: t('Look for what is kept and no longer needed, such as a `Vec` that grows in a loop.'),
      isLimit: true,
    }),
  },
  {
    fits: ({ kind }) => kind === 'access',
    says: () => ({
      headline: t('this uses an address that is not the program’s'),
      advice: t(
        'Safe Rust has no such address: look at the `unsafe` code that made the pointer. On Linux this is a segmentation fault, or worse.',
      ),
      isLimit: false,
    }),
  },
  {
    fits: isLockTwice,
    says: () => ({
      headline: t('this would wait for ever: the lock is held already, by this very thread'),
      advice: t(
        'Here std gives up, as no other thread is there to release it. On Linux it hangs, or panics.',
      ),
      isLimit: false,
    }),
  },
  {
    fits: ({ place }) => isOfSystem(place, 'sync/condvar') || isOfSystem(place, 'thread_parking'),
    says: () => ({
      headline: t('this would wait for ever: in the browser no other thread is there to wake it'),
      advice: t('On Linux another thread of the program could.'),
      isLimit: true,
    }),
  },
  {
    fits: (fault, frames) => isUnsupported(fault) && isThread(fault, frames),
    says: () => ({
      headline: t('no thread can be started here: in the browser a program has only one'),
      advice: t(
        'rustc accepts the program, and on Linux it runs with its threads. Here, call the function instead of spawning it.',
      ),
      isLimit: true,
    }),
  },
  {
    fits: isUnsupported,
    says: ({ message }) => ({
      headline: t('the browser does not have what this asks for: {what}', {
        what: /operation not supported on this platform/.exec(message)?.[0] ?? message,
      }),
      advice: t(
        'A program here has files of its own, a clock and its input and output, but no processes, threads or network. On Linux it has them.',
      ),
      isLimit: true,
    }),
  },
  {
    fits: ({ kind }, frames) => isPanic(kind, frames) && isCaught(frames),
    says: (fault) => ({
      headline: t('this panics, and in the browser `catch_unwind` can’t catch it') + toPanic(fault),
      advice: t(
        'A panic ends a WebAssembly program at once: nothing is unwound, and no `Drop` runs. On Linux `catch_unwind` gives an `Err`.',
      ),
      isLimit: true,
    }),
  },
  {
    fits: ({ kind, hasReadEnd, message }, frames) =>
      isPanic(kind, frames) && hasReadEnd && /\bkind: Empty\b|\bfrom empty string\b/.test(message),
    says: (fault) => ({
      headline: t('this panics after standard input has ended') + toPanic(fault),
      advice: t(
        'There was nothing more to read: `read_line` gives `Ok(0)` then, and an empty string. Type more under «Input», or leave that empty to be asked for each line.',
      ),
      isLimit: false,
    }),
  },
  {
    // A filter reads to the end on purpose, and panics for other reasons.
    fits: ({ kind, hasReadEnd, message }, frames) =>
      isPanic(kind, frames) && hasReadEnd && message.startsWith('called `Option::unwrap()` on a `None`'),
    says: (fault) => ({
      headline: t('this panics') + toPanic(fault),
      advice: t(
        'Standard input has ended. If a line of it is missing here, type more under «Input», or leave that empty to be asked for each line.',
      ),
      isLimit: false,
    }),
  },
  {
    fits: ({ kind }, frames) => isPanic(kind, frames),
    says: (fault) => ({ headline: t('this panics') + toPanic(fault), advice: '', isLimit: false }),
  },
  {
    fits: () => true,
    says: ({ message }) => ({
      headline: t('the program aborts itself here') + (message === 'unreachable' ? '' : `: ${message}`),
      advice: '',
      isLimit: false,
    }),
  },
]

/** A hook of the program's own may have said it in other words, and std says that it gives up only in the trace. */
function isPanic(kind: Fault['kind'], frames: TraceFrame[]): boolean {
  return kind === 'panic' || frames.some(({ file }) => file.includes('library/panic_abort/'))
}

function isUnsupported({ kind, message, place }: Fault): boolean {
  const isRefused = isOfSystem(place, '') && /^(unsupported|no filesystem)/.test(message)
  return kind === 'panic' && (/operation not supported on this platform/.test(message) || isRefused)
}

/** std's locks for a target without threads. */
function isLockTwice({ message, place }: Fault): boolean {
  return (
    isOfSystem(place, 'sync/mutex') ||
    isOfSystem(place, 'sync/rwlock') ||
    message.startsWith('rwlock locked for ')
  )
}

function isOfSystem(place: Fault['place'], part: string): boolean {
  return place?.file.includes(`library/std/src/sys/${part}`) ?? false
}

function isThread({ message, place }: Fault, frames: TraceFrame[]): boolean {
  const files = [place?.file ?? '', ...frames.map(({ file }) => file)]
  return (
    message.startsWith('failed to spawn thread') ||
    files.some((file) => /library\/std\/src\/thread\//.test(file))
  )
}

/** std itself has one around `main`; those of the program are inside of it. */
function isCaught(frames: TraceFrame[]): boolean {
  const outermost = frames.findLastIndex(({ external }) => !external)
  return frames.slice(0, Math.max(0, outermost)).some(({ file }) => file.endsWith('library/std/src/panic.rs'))
}

/** `assert_eq!` needs several lines for its values. */
function toPanic({ kind, message }: Fault): string {
  if (kind !== 'panic' || !message) return ''
  const lines = message.split('\n').map((line) => line.trim())
  return `: ${lines.filter(Boolean).join('; ')}`
}

function toRequest(message: string): string {
  const bytes = Number(/\d+/.exec(message)?.[0])
  return toSize(bytes)
}

function toSize(bytes: number): string {
  const units = [t('bytes'), 'KiB', 'MiB', 'GiB']
  const unit = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return `${Number((bytes / 1024 ** unit).toFixed(1))} ${units[unit]}`
}
