/** What a code block says of itself after its language: ```rust fails=E0505, ```c quote=kernel/fork.c#L1-L3. */
export interface FenceMeta {
  /** The error code, lint or warning that it is refused with; `no-code` where the compiler gives none. */
  fails?: string
  /** Where in the tree it stands. */
  quote?: string
  /** The warning that clang gives of it, such as `-Wreturn-stack-address`; it compiles nevertheless. */
  warns?: string
  /** A word of what the kernel reports when it is booted, such as `slab-use-after-free`; a `_` stands for a space. */
  crash?: string
  /** The kernel that it is booted in, where that is not the text's. */
  variant?: string
  /** `kernel` is an excerpt of a module, `driver` a whole one in C, and `recorded` came so on a console. */
  mark?: (typeof marks)[number]
}

/** Reads the words after a fence's language. */
export function readFenceMeta(meta: string): FenceMeta {
  const words = meta.split(/\s+/).map((word) => word.split('=', 2) as [string, string?])
  const mark = marks.find((mark) => words.some(([word]) => word === mark))
  return {
    ...Object.fromEntries(words.filter(([key, value]) => value && keys.includes(key))),
    ...(mark && { mark }),
  }
}

/** A value as it is read: with spaces. */
export function toWords(value: string): string {
  return value.replaceAll('_', ' ')
}

const marks = ['kernel', 'driver', 'recorded'] as const
const keys = ['fails', 'quote', 'warns', 'crash', 'variant']
