import type { Access, LoggedReport, MemoryObject } from './logged-report.ts'
import { toBytes } from './to-bytes.ts'

/** Says what the driver did to memory that KASAN watches. */
export function labelOfAccess(report: LoggedReport): string {
  const use = toUse(report.access)
  const labels: [RegExp, () => string][] = [
    [/use-after-free/, () => `used here after free: ${use}`],
    [/use-after-scope/, () => `used here after its scope ended: ${use}`],
    [/double-free/, () => 'freed a second time here'],
    [/invalid-free/, () => labelOfInvalidFree(report.object)],
    [/per-cpu-pointer-deref/, () => `${use} by a per-cpu pointer: this_cpu_ptr() makes an address of it`],
    [/null-ptr-deref/, () => `NULL pointer dereferenced here: ${use}`],
    [/stack-out-of-bounds/, () => `${use} out of bounds of a variable on the stack`],
    [/global-out-of-bounds/, () => `${use} out of bounds of a global variable`],
    [/vmalloc-out-of-bounds/, () => labelOfVmalloc(report, use)],
    [/out-of-bounds/, () => `${use} ${toDistance(report)}`],
  ]
  const bug = report.title.slice(0, 100)
  return labels.find(([sign]) => sign.test(bug))?.[1]() ?? `${use} where it must not`
}

/** The kernel finds the area only while it is there. */
function labelOfVmalloc({ traces }: LoggedReport, use: string): string {
  if (traces.some(({ role }) => role === 'allocated')) return `${use} out of bounds of what vmalloc gave`
  return `${use} where no vmalloc area is: it was freed, or ended before`
}

function toUse(access: Access | undefined): string {
  if (!access) return 'touches memory'
  return access.bytes === undefined ? access.does : `${access.does} ${toBytes(access.bytes)}`
}

function labelOfInvalidFree(object: MemoryObject | undefined): string {
  if (!object || object.offset === 0) return 'frees here what was not allocated'
  return `frees an address ${toBytes(object.offset)} into the ${object.bytes}-byte object`
}

/** Far off, the kernel can only name the nearest object; it is the right one only if the driver has allocated it. */
function toDistance({ access, object, traces }: LoggedReport): string {
  if (!object || !traces.some(({ role }) => role === 'allocated')) return 'out of bounds'
  const outside = object.offset + (access?.bytes ?? 0) - object.bytes
  const end = `past the end of the ${object.bytes}-byte object`
  if (object.offset < 0) return `before the start of the ${object.bytes}-byte object`
  if (object.offset === object.bytes) return end
  if (object.offset > object.bytes) return `here, ${toBytes(object.offset - object.bytes)} ${end}`
  return `here, ${outside} of them ${end}`
}
