/** What the kernel remarks, for a label: addresses lose their zeros. */
export function toShort(remark: string | undefined): string | undefined {
  return remark?.slice(0, 200).replaceAll(/\b0{2,}([0-9a-f]+)\b/g, '0x$1')
}
