import { glob } from 'astro/loaders'
import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { kindNames } from '#course/kinds/kinds.ts'

/** The texts of the lessons; an entry's id is the lesson's folder. Their heads are checked by `readCourse`. */
export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: './lessons',
      pattern: '*/*/lesson.mdx',
      generateId: ({ entry }) => entry.replace(/\/lesson\.mdx$/, ''),
    }),
    schema: z.looseObject({ kind: z.enum(kindNames) }),
  }),
}
