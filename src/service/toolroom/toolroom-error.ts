/** The toolroom can't be made or used; the message says why, `remedy` what its owner can do. */
export class ToolroomError extends Error {
  override name = 'ToolroomError'
  readonly remedy: string

  constructor(reason: string, remedy: string) {
    super(reason)
    this.remedy = remedy
  }
}
