/** What keeps a script from its work and its user can do something about; the message says what. */
export class ScriptError extends Error {
  override name = 'ScriptError'
}
