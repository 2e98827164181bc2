/** The words of a code block after its language: ```rust fails=E0505, ```c quote=kernel/fork.c#L1-L3. */
export interface FenceMeta {
  fails?: string
  quote?: string
}

/** Reads the words after a fence's language. */
export function readFenceMeta(meta: string): FenceMeta {
  const words = meta.split(/\s+/).map((word) => word.split('=', 2))
  return Object.fromEntries(words.filter(([key, value]) => value && (key === 'fails' || key === 'quote')))
}
