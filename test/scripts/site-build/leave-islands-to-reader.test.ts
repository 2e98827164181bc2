import { expect, it } from 'vitest'
import { leaveIslandsToReader } from '#scripts/site-build/lean-pages/leave-islands-to-reader.ts'

const scripts =
  '<script>(()=>{(self.Astro||(self.Astro={})).reader=i;window.dispatchEvent(new Event("astro:reader"));})();</script>' +
  '<script>(()=>{customElements.get("astro-island")||customElements.define("astro-island",f)})();</script>'

function toIsland(client: string): string {
  return (
    `<astro-island uid="1" data-preact-island-id="2" component-url="/a.js" component-export="default" renderer-url="/b.js" ` +
    `props="{}" ssr client="${client}" opts="{&quot;name&quot;:&quot;A&quot;}" await-children><p>Read</p><!--astro:end--></astro-island>`
  )
}

it('a page whose islands are all for a reader has none of Astro’s scripts, and its own', () => {
  const own = '<script>own()</script>'
  expect(leaveIslandsToReader(scripts + own + toIsland('reader'))).toBe(
    own +
      '<astro-island data-preact-island-id="2" component-url="/a.js" renderer-url="/b.js" props="{}" ssr client="reader">' +
      '<p>Read</p></astro-island>',
  )
})

it('a page with an island that comes at once stays as it is', () => {
  const page = scripts + toIsland('reader') + toIsland('load')
  expect(leaveIslandsToReader(page)).toBe(page)
})
