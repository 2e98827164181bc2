import { glob } from 'astro/loaders'
import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'

/** The texts of the lessons; an entry's id is the lesson's folder, in another language `de/` and the folder. Their heads are checked by `readCourse`. */
export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: './lessons',
      pattern: '*/*/lesson{,.??}.mdx',
      generateId: ({ entry }) => entry.replace(/^(.*)\/lesson(?:\.(..))?\.mdx$/, toId),
    }),
    schema: z.looseObject({ title: z.string() }),
  }),
}

function toId(_: string, folder: string, language?: string): string {
  return language === undefined ? folder : `${language}/${folder}`
}
