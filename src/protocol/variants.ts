/**
 * The kernels that a driver can be loaded into, by what each watches, in the order in which they are made.
 * `config/NAME.config` of `service/toolroom/kernel` has the settings of each, and its reports are a kind of their own.
 */
export const variants = {
  kasan: { watcher: 'KASAN', watches: 'memory' },
  lockdep: { watcher: 'lockdep', watches: 'locks' },
} as const

type Name = keyof typeof variants

export const variantNames = Object.keys(variants) as Name[]

/** The kernel where a request or a lesson names none. */
export const defaultVariant = 'kasan' satisfies Name

/** Makes one value for each variant. */
export function byVariant<T>(make: (variant: Name) => T): Record<Name, T> {
  return Object.fromEntries(variantNames.map((variant) => [variant, make(variant)])) as Record<Name, T>
}
