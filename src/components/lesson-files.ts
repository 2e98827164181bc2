const texts = import.meta.glob<string>('/lessons/**/*.{rs,patch,c,h,sh,yaml,md,mdx,json,txt,cast}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Every text of the course: path below `lessons/` → content. */
export const lessonFiles: Record<string, string> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.slice('/lessons/'.length), text]),
)
