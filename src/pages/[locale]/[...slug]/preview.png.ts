import { toLessonPaths } from '#components/locale-paths.ts'

export { GET } from '../../[...slug]/preview.png.ts'

export const getStaticPaths = () => (import.meta.env.SITE ? toLessonPaths() : [])
