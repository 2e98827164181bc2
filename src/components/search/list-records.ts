import { cveVerdicts } from '#course/cves.ts'
import { langOf, pageLanguage } from '#i18n/language.ts'
import { defaultLocale } from '#i18n/locales.ts'
import { courseIn } from '../course.ts'
import { errorCodes, titleOfCode } from '../errors.ts'
import { cves } from '../reference/cves.ts'
import { renamed } from '../reference/renamed.ts'
import { rosetta } from '../reference/rosetta.ts'
import { sources } from '../reference/sources.ts'
import { readPageGlossary } from '../words/glossary.ts'
import type { SearchRecord } from './search-kinds.ts'
import { toPlain } from './to-plain.ts'

/** Everything that can be found on the site, in the language of the page that is built where it has that; of lessons without their text, which stands in their pages. */
export function listRecords(): SearchRecord[] {
  const english = [ofErrors(), ofRosetta(), ofRenamed(), ofCves(), ofSources()].flat()
  return [
    ...ofLessons(),
    ...ofWords(),
    ...english.map((record) => ({ ...record, ...inLanguage(defaultLocale) })),
  ]
}

function inLanguage(name: string): Pick<SearchRecord, 'language'> {
  const language = langOf(name)
  return language === undefined ? {} : { language }
}

/** Path of a page in a language, below the site’s own path. */
function toUrl(page: `/${string}`, language: string): string {
  return language === defaultLocale ? page : `/${language}${page}`
}

function ofLessons(): SearchRecord[] {
  return courseIn().lessons.map(({ slug, number, meta }) => ({
    ...{ kind: 'lesson', url: toUrl(`/${slug}/`, meta.language), title: `${number} ${toPlain(meta.title)}` },
    ...{ gist: toPlain(meta.summary), text: '', ...inLanguage(meta.language) },
  }))
}

function ofErrors(): SearchRecord[] {
  return errorCodes.map((error) => ({
    ...{
      kind: 'error',
      url: `/errors/${error.code}/`,
      title: `${error.code}: ${toPlain(titleOfCode(error))}`,
    },
    gist: error.ours ? toPlain(error.ours.meta.summary) : 'in rustc’s own words',
    text: toPlain(error.ours?.markdown ?? ''),
  }))
}

function ofRosetta(): SearchRecord[] {
  return rosetta.map(({ name, c, rust, note }) => ({
    ...{ kind: 'rosetta', url: `/reference/rosetta/#${name}` },
    ...{ title: `${c.says} → ${rust?.says ?? 'none yet'}`, gist: toPlain(note) },
    text: [name, c.code, rust?.code].join('\n'),
  }))
}

function ofRenamed(): SearchRecord[] {
  return renamed.map(({ name, old, new: now, why, since }) => ({
    ...{ kind: 'renamed', url: `/reference/renamed/#${name}` },
    ...{ title: `${old} → ${now}`, gist: toPlain(why), text: `${name} ${since ?? ''}` },
  }))
}

function ofWords(): SearchRecord[] {
  return readPageGlossary().words.map(({ word, shown, means, c, forms }) => ({
    ...{
      kind: 'word',
      url: toUrl(`/glossary/#${word}`, pageLanguage()),
      title: toPlain(shown),
      gist: toPlain(means),
    },
    text: [word, ...forms, toPlain(c ?? '')].join(' '),
  }))
}

function ofCves(): SearchRecord[] {
  return cves.map(({ name, title, subsystem, fix, verdict, code, why }) => ({
    ...{ kind: 'cve', url: `/cves/#${name}`, title: `${name} ${title}` },
    gist: `${cveVerdicts[verdict].title}: ${toPlain(why)}`,
    text: [subsystem, fix, fix.slice(0, 12), code].join(' '),
  }))
}

function ofSources(): SearchRecord[] {
  const files = sources.files.map(({ path, places }) => ({
    ...{ name: path, title: path, by: places.flatMap(({ by }) => by) },
  }))
  const commits = sources.commits.map((commit) => ({ ...commit, title: commit.name }))
  const articles = sources.articles.map((article) => ({ ...article, title: toPlain(article.title) }))
  return [...files, ...commits, ...articles].map(({ name, title, by }) => ({
    ...{ kind: 'source', url: `/sources/#${name}`, title },
    gist: `behind ${[...new Set(by.map(({ short }) => short))].join(', ')}`,
    text: name,
  }))
}
