import type { Diagnostic } from '#protocol/diagnostic.ts'

/** Whether a warning is about a file that the lesson gives, such as bindings: the reader has not written it. */
export function isAboutGiven({ severity, spans }: Diagnostic, given: string[] = []): boolean {
  const place = spans.find(({ primary }) => primary)
  return severity !== 'error' && place !== undefined && given.includes(place.file)
}
