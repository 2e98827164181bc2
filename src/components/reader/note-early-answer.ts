/** Notes what a reader chooses on a lesson's page before a script is there that saves it, so that who leaves at once loses nothing: see `takeEarlyAnswers`. */
export function noteEarlyAnswer({ type, target, isTrusted }: Event) {
  const { name, value } = target as HTMLInputElement
  if (type !== 'change' || !isTrusted || !name || !(target as Element).closest('[data-lesson]')) return
  try {
    localStorage.setItem(`no-oops:early:${location.pathname}:${name}`, value)
  } catch {}
}
