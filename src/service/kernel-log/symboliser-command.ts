/** Bytes; a driver's functions can have long names, and be in one another as deep as its author likes. */
const mostAnswered = 2_000_000

/** Reads addresses, one a line, and says of each as JSON where it is in `driver.ko`. */
export const symboliserCommand = `llvm-symbolizer --obj=driver.ko --output-style=JSON | busybox head -c ${mostAnswered}`

/** Writes addresses as it reads them. */
export function toAddressLines(addresses: number[]): string {
  return addresses.map((address) => `0x${address.toString(16)}\n`).join('')
}
