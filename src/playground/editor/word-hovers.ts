import type { ExplainedWord } from '#course/words/explained-word.ts'
import { findWord } from '#course/words/find-word.ts'
import { t } from '#i18n/t.ts'
import { loadWords } from '../program/load-words.ts'
import * as monaco from './monaco.ts'

/** Explains the words of the course where the pointer rests on one in an editor, or by Ctrl+K Ctrl+I. */
export function startWordHovers() {
  for (const language of ['rust', 'c']) {
    monaco.languages.registerHoverProvider(language, {
      async provideHover(model, { lineNumber, column }) {
        const line = model.getLineContent(lineNumber)
        const word = findWord(await loadWords(), { line, at: column - 1, language })
        return word && { contents: [{ value: toText(word), supportHtml: true }] }
      },
    })
  }
}

function toText({ shown, means, c, lesson }: ExplainedWord): string {
  const inC = c === undefined ? '' : `\n\nC: ${c}`
  return `**${shown}** ${means}${inC}${lesson ? `\n\n${t('Lesson {number}', { number: lesson.number })}` : ''}`
}
