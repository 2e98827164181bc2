/** A kernel did not come as far as its script, before which no driver is loaded: the kernel is at fault, or the machine under it. */
export class MachineFailure extends Error {
  override name = 'MachineFailure'
}
