import { pageLanguage } from '#i18n/language.ts'
import { defaultLocale } from '#i18n/locales.ts'
import { localPath } from '#i18n/local-path.ts'
import { t } from '#i18n/t.ts'
import {
  essentialFiles,
  type OfflineFile,
  type OfflineIndex,
  type OfflinePart,
  sharedPart,
} from '#offline/offline-index.ts'
import { fetchOfflineIndex, listSaved, openSavedSite, removeSaved } from '#offline/saved-site.ts'
import { filesToSave, savePart, type SaveResult } from '#offline/save-part.ts'

/** Makes the buttons of the page about reading offline do what they say. */
export async function setUpSaving() {
  query('[data-unsaved]').hidden = location.pathname === localPath('/offline/')
  if (!('caches' in globalThis)) return say(describeNoCaches())
  const index = await fetchOfflineIndex()
  if (index)
    for (const button of saveButtons()) button.addEventListener('click', () => void save(button, index))
  query('[data-remove]').addEventListener('click', () => void remove(index))
  if (!index) say(t('You are offline, or the site can’t be reached: nothing more can be saved now.'))
  await show(index)
}

const describeNoCaches = () =>
  t(
    'This browser saves pages only of sites with HTTPS, and in some private windows none: the course can’t be read offline here.',
  )

function query(selector: string): HTMLElement {
  return document.querySelector<HTMLElement>(selector)!
}

function saveButtons(): HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>('[data-save]')]
}

function say(text: string) {
  query('[data-offline-status]').textContent = text
}

function partOf(button: HTMLButtonElement): OfflinePart {
  const chapter = button.dataset.save!
  return chapter === 'all' ? [''] : [chapter, ...sharedPart, ...languagePart()]
}

/** What is there in the page's own language is little, and lessons that are not translated are read in English. */
function languagePart(): OfflinePart {
  return pageLanguage() === defaultLocale ? [] : [`${pageLanguage()}/`]
}

async function save(button: HTMLButtonElement, index: OfflineIndex) {
  for (const other of saveButtons()) other.disabled = true
  void navigator.storage?.persist?.()
  const total = toMegabytes(sizeOf(await filesToSave(index, partOf(button))))
  const result = await savePart(index, partOf(button), (bytes) =>
    say(t('Saving: {done} of {all} …', { done: toMegabytes(bytes), all: total })),
  )
  say(describeResult[result]())
  await show(index)
}

const describeResult: Record<SaveResult, () => string> = {
  saved: () => t('Saved. It can be read without a network now.'),
  unreachable: () =>
    t('The connection broke before all was saved. What came is saved; press again for the rest.'),
  'no room': () => t('This browser has no room for more. What came before is saved.'),
}

async function remove(index: OfflineIndex | undefined) {
  await removeSaved(await openSavedSite())
  say(t('Removed. Your code and answers stay; pages that you open from now on are saved again.'))
  await show(index)
}

/** What is saved, and what is left to save. */
async function show(index: OfflineIndex | undefined) {
  const saved = await listSaved(await openSavedSite())
  for (const row of document.querySelectorAll<HTMLElement>('[data-chapter]')) {
    const { chapter, lessons } = row.dataset
    const count = countLessons(saved, chapter!)
    row.querySelector('[data-saved]')!.textContent = t('{count} of {all} saved', { count, all: lessons! })
  }
  query('[data-remove]').hidden = saved.every((address) => essentialFiles.includes(address))
  if (index) await Promise.all(saveButtons().map((button) => showLeft(button, index)))
}

async function showLeft(button: HTMLButtonElement, index: OfflineIndex) {
  const left = await filesToSave(index, partOf(button))
  button.disabled = left.length === 0
  const text = button.querySelector<HTMLElement>('[data-left]')!
  text.textContent = left.length === 0 ? t('Saved') : `${text.dataset.left}: ${toMegabytes(sizeOf(left))}`
}

function sizeOf(files: readonly OfflineFile[]): number {
  return files.reduce((sum, [, bytes]) => sum + bytes, 0)
}

/** One that is saved in two languages counts once. */
function countLessons(saved: readonly string[], chapter: string): number {
  const prefix = `${pageLanguage()}/`
  const pages = saved.map((address) => (address.startsWith(prefix) ? address.slice(prefix.length) : address))
  return new Set(pages.filter((address) => isLesson(address, chapter))).size
}

function isLesson(address: string, chapter: string): boolean {
  return address.startsWith(chapter) && address.endsWith('/') && address !== chapter
}

function toMegabytes(bytes: number): string {
  const digits = bytes < 1e7 ? 1 : 0
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false }
  return `${(bytes / 1e6).toLocaleString(pageLanguage(), format)} MB`
}
