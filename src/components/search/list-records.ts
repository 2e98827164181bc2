import { cveVerdicts } from '#course/cves.ts'
import { lessons } from '../course.ts'
import { errorCodes, titleOfCode } from '../errors.ts'
import { cves } from '../reference/cves.ts'
import { renamed } from '../reference/renamed.ts'
import { rosetta } from '../reference/rosetta.ts'
import { sources } from '../reference/sources.ts'
import { readPageGlossary } from '../words/glossary.ts'
import type { SearchRecord } from './search-kinds.ts'
import { toPlain } from './to-plain.ts'

/** Everything that can be found on the site; of lessons without their text, which stands in their pages. */
export function listRecords(): SearchRecord[] {
  return [ofLessons(), ofErrors(), ofRosetta(), ofRenamed(), ofWords(), ofCves(), ofSources()].flat()
}

function ofLessons(): SearchRecord[] {
  return lessons.map(({ slug, number, meta }) => ({
    ...{ kind: 'lesson', url: `/${slug}/`, title: `${number} ${toPlain(meta.title)}` },
    ...{ gist: toPlain(meta.summary), text: '' },
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
    ...{ kind: 'word', url: `/glossary/#${word}`, title: toPlain(shown), gist: toPlain(means) },
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
