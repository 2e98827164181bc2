import { glob } from 'astro/loaders'
import { defineCollection } from 'astro:content'
import { Frontmatter } from '#course/frontmatter.ts'

/** The texts of the lessons; an entry's id is the lesson's folder. */
export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: './lessons',
      pattern: '*/*/lesson.mdx',
      generateId: ({ entry }) => entry.replace(/\/lesson\.mdx$/, ''),
    }),
    schema: Frontmatter,
  }),
}
