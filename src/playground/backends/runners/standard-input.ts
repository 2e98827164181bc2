import { Fd, wasi } from '@bjorn3/browser_wasi_shim'

/** Ends a program that reads what has not been typed yet. */
export class InputNeeded extends Error {}

/** Standard input of which all so far is known: behind it is its end or, where more may be typed, `InputNeeded` is thrown. */
export class StandardInput extends Fd {
  hasReadEnd = false
  readonly #bytes: Uint8Array
  readonly #isWhole: boolean
  #at = 0

  constructor(text: string, isWhole: boolean) {
    super()
    this.#bytes = new TextEncoder().encode(text)
    this.#isWhole = isWhole
  }

  override fd_fdstat_get() {
    return { ret: wasi.ERRNO_SUCCESS, fdstat: new wasi.Fdstat(wasi.FILETYPE_CHARACTER_DEVICE, 0) }
  }

  override fd_read(size: number) {
    const data = this.#bytes.slice(this.#at, this.#at + size)
    this.#at += data.length
    if (data.length === 0 && size > 0) this.#reachEnd()
    return { ret: wasi.ERRNO_SUCCESS, data }
  }

  #reachEnd() {
    if (!this.#isWhole) throw new InputNeeded()
    this.hasReadEnd = true
  }
}
