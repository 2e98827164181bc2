/** Takes out the scripts by which Astro wakes islands, and what these alone read, where `wake-islands.ts` wakes all of them. */
export function leaveIslandsToReader(html: string): string {
  const islands = html.match(/<astro-island\b[^>]*>/g) ?? []
  if (islands.some((island) => !island.includes(' client="reader"'))) return html
  return html
    .replaceAll(/<script>([^]*?)<\/script>/g, (script, text: string) => (isOfIslands(text) ? '' : script))
    .replaceAll(/<astro-island\b[^>]*>/g, (island) => island.replaceAll(unread, ''))
    .replaceAll('<!--astro:end-->', '')
}

function isOfIslands(script: string): boolean {
  return script.includes('customElements.define("astro-island"') || script.includes('"astro:reader"')
}

const unread = / (?:uid|opts|component-export)="[^"]*"| await-children(?:="")?/g
