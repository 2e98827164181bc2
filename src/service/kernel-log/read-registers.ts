/** The values of the registers that a report tells, in its order. */
export function readRegisters(text: string): bigint[] {
  return [...text.matchAll(/\bR[A-Z0-9]{2}: ([0-9a-f]{16})\b/g)].map(([, value]) => BigInt(`0x${value}`))
}
