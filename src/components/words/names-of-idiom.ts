/** The functions and macros that an idiom of C calls, such as `kref_get` and `kref_put`. */
export function namesOfIdiom(says: string): string[] {
  const called = says.match(/\b[A-Za-z_]\w{2,}(?=\()/g) ?? []
  return [...new Set(called)].filter((name) => name !== 'sizeof')
}
