import type { RosettaRow } from '#course/rosetta.ts'
import type { ExplainedWord } from '#course/words/explained-word.ts'
import type { Word } from '#course/words/words.ts'
import { renderPhrase } from '#markdown/render-prose.ts'
import { localPath } from '#i18n/local-path.ts'
import { t } from '#i18n/t.ts'
import { sitePath } from '#protocol/site-path.ts'
import { escapeHtml } from '#story/escape-html.ts'
import { lessonPath } from '../page-versions.ts'
import { rosetta } from '../reference/rosetta.ts'
import { lessonOfRow } from '../reference/renamed.ts'
import { lessonOfWord, readPageGlossary } from './glossary.ts'
import { namesOfIdiom } from './names-of-idiom.ts'

/** All words, as pages and the editor explain them in the language of the page that is built, and behind them the idioms of C that a function or macro stands for. */
export function explainAllWords(): ExplainedWord[] {
  return [
    ...readPageGlossary().words.map(toExplained),
    ...rosetta.flatMap((row) => toExplainedRow(row) ?? []),
  ]
}

function toExplained(entry: Word): ExplainedWord {
  const { word, of, shown, means, c, code } = entry
  const lesson = lessonOfWord(entry)
  const row =
    of === 'c' && code !== undefined ? rosetta.find(({ c }) => new RegExp(code).test(c.says)) : undefined
  return {
    ...{ word, of, shown: renderPhrase(shown), means: renderPhrase(means) },
    ...(c !== undefined && { c: renderPhrase(c) }),
    ...(code !== undefined && { code }),
    ...(lesson && { lesson: { href: lessonPath(lesson), number: lesson.number } }),
    places: [
      { href: `${localPath('/glossary/')}#${word}`, title: t('glossary') },
      ...(row ? [placeOf(row)] : []),
    ],
  }
}

function toExplainedRow(row: RosettaRow): ExplainedWord | undefined {
  const names = namesOfIdiom(row.c.says)
  if (names.length === 0) return undefined
  const lesson = lessonOfRow(row)
  const inRust = row.rust
    ? t('In Rust: {code}', { code: `<code>${escapeHtml(row.rust.says)}</code>` })
    : t('None yet in Rust.')
  return {
    ...{ word: row.name, of: 'c', shown: `<code>${escapeHtml(row.c.says)}</code>`, means: inRust },
    code: `\\b(${names.join('|')})\\(`,
    ...(lesson && { lesson: { href: lesson.href, number: lesson.number } }),
    places: [placeOf(row)],
  }
}

function placeOf({ name }: RosettaRow): ExplainedWord['places'][number] {
  return { href: sitePath(`/reference/rosetta/#${name}`), title: t('C to Rust') }
}
