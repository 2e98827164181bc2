/** A number of bytes in words. */
export function toBytes(bytes: number): string {
  return `${bytes} byte${bytes === 1 ? '' : 's'}`
}
