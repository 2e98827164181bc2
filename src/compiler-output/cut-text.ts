/** Most characters of a text that is for people; what the compilers say has a few hundred. */
export const mostText = 10_000

/** Cuts a text to so many characters and says at its end how many more there were. */
export function cutText(text: string, most = mostText): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length - most} more characters)`
}
