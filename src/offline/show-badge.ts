import { t } from '#i18n/t.ts'
import { sitePath } from '#protocol/site-path.ts'

/** Says in the header while the site can’t be reached, and what works then. `reach` tries to; a browser that believes to be online may be wrong. */
export function showBadge(reach: () => Promise<boolean>) {
  const badge = document.createElement('div')
  badge.className = 'offline-badge'
  badge.innerHTML = toHtml()
  let timer: ReturnType<typeof setTimeout>
  const update = async () => {
    clearTimeout(timer)
    if (navigator.onLine && (await reach())) return badge.remove()
    if (!badge.isConnected) put(badge)
    timer = setTimeout(update, secondsBetween * 1000)
  }
  addEventListener('online', update)
  addEventListener('offline', update)
  void update()
}

/** How soon the site is tried again. */
const secondsBetween = 10

function put(badge: HTMLElement) {
  document.querySelector('.site-header .tools')?.prepend(badge)
}

const toHtml = () => `<style>@layer components {
.offline-badge { display: flex }
.offline-badge > button { padding: 0.1rem 0.6rem; color: var(--ink); background: none; border: 1px solid var(--ink);
  border-radius: 1rem; cursor: pointer; font-size: var(--text-aside) }
.offline-card { position: fixed; inset: calc(var(--header) + 0.3rem) 0.5rem auto auto; max-width: min(24rem, 100vw - 1rem); margin: 0;
  padding: 0.6rem 0.9rem; color: var(--ink); background: var(--surface); border: 1px solid var(--line-2);
  border-radius: var(--radius); box-shadow: 0 3px 12px var(--shadow); font-size: var(--text-aside); line-height: 1.45 }
.offline-card :is(p, ul) { margin: 0.3rem 0 }
.offline-card ul { padding-left: 1.2rem }
.offline-card a { text-decoration: underline }
}</style>
<button type="button" popovertarget="offline-card">${t('Offline')}</button>
<div id="offline-card" class="offline-card" popover role="note">
<p><b>${t('You are offline.')}</b> ${t('What works:')}</p>
<ul>
<li>${t('lessons and pages that are saved here')}</li>
<li>${t('the editor; your code is saved as always')}</li>
<li>${t('recorded answers of the compiler and the kernel')}</li>
<li>${t('search, if you have saved a chapter')}</li>
</ul>
<p>${t('New code is compiled and booted when you are back online.')}</p>
<p><a href="${sitePath('/offline/')}">${t('What is saved, and more to save')}</a></p>
</div>`
