import { afterEach, expect, it, vi } from 'vitest'
import { findWords } from '#i18n/find-words.ts'
import { inLanguage } from '#i18n/in-language.ts'
import { pageLanguage } from '#i18n/language.ts'
import { tParts } from '#i18n/t-parts.ts'
import { t, tn } from '#i18n/t.ts'

const words = {
  '': 'de',
  Settings: 'Einstellungen',
  '{done} of {all} done': 'Von {all} sind {done} fertig',
  '{count} lesson': '{count} Lektion',
  '{count} lessons': '{count} Lektionen',
  'Read {link} first.': 'Zuerst {link} lesen.',
}

const inGerman = () => vi.stubGlobal('noOopsWords', words)

afterEach(() => vi.unstubAllGlobals())

it('a sentence is English on a page that has no words', () => {
  expect(t('Settings')).toBe('Settings')
  expect(t('{done} of {all} done', { done: 1, all: 3 })).toBe('1 of 3 done')
  expect(pageLanguage()).toBe('en')
})

it('a sentence is that of the page’s language, filled in that language’s order', () => {
  inGerman()
  expect(t('Settings')).toBe('Einstellungen')
  expect(t('{done} of {all} done', { done: 1, all: 3 })).toBe('Von 3 sind 1 fertig')
  expect(pageLanguage()).toBe('de')
})

it('a sentence that is not translated yet stays English', () => {
  inGerman()
  expect(t('Glossary')).toBe('Glossary')
})

it('one thing is told in another way than none or several', () => {
  inGerman()
  const tell = (count: number) => tn('{count} lesson', '{count} lessons', { count })
  expect([0, 1, 2].map(tell)).toEqual(['0 Lektionen', '1 Lektion', '2 Lektionen'])
})

it('a value is put in as it is, and a hole without a value stays in sight', () => {
  expect(t('{done} of {all} done', { done: '{all} $&' })).toBe('{all} $& of {all} done')
})

it('a value may be an element, which stands where the language has it', () => {
  inGerman()
  const link = { href: '/glossary/' }
  expect(tParts('Read {link} first.', { link })).toEqual(['Zuerst ', link, ' lesen.'])
})

it('pages that are built at the same time have each their own language', async () => {
  const build = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    return `${pageLanguage()}: ${t('Settings')}`
  }
  const pages = [inLanguage('de', build), inLanguage('en', build), inLanguage('de', build)]
  expect(await Promise.all(pages)).toEqual(['de: Einstellungen', 'en: Settings', 'de: Einstellungen'])
})

it('finds the sentences that code gives to readers, however they are quoted', () => {
  const code = [
    "import { msg, t, tn } from '#i18n/t.ts'",
    "const title = t('Settings')",
    'const note = t("It’s the reader\'s", { a: 1 })',
    "const count = tn('{count} task', '{count} tasks', { count: tasks.length })",
    "const sections = [{ title: msg('Look') }]",
    'const broken = t(\n  `A long sentence`,\n  { value },\n)',
    "split('nothing'); x.t('nothing'); t(title); t(`${not} found`)",
  ].join('\n')
  expect(findWords(code)).toEqual([
    { english: 'Settings', line: 2 },
    { english: "It’s the reader's", line: 3 },
    { english: '{count} task', line: 4 },
    { english: '{count} tasks', line: 4 },
    { english: 'Look', line: 5 },
    { english: 'A long sentence', line: 6 },
  ])
})
