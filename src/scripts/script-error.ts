/** Is thrown where a script cannot do its work and its user can help; the message says why and how. */
export class ScriptError extends Error {
  override name = 'ScriptError'
}
