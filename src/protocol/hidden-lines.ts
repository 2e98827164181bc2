/** A text without the lines that begin with `//#`, as `//# static void run(void)` in C: compiled, and not shown. */
export function withoutHiddenLines(text: string): string {
  return text.replace(/^\/\/#.*\n/gm, '')
}
