import { toLocalePaths } from '#components/locale-paths.ts'
import { toOEmbedPaths } from '../../oembed/[...name].json.ts'

export { GET } from '../../oembed/[...name].json.ts'

export const getStaticPaths = () =>
  toLocalePaths().flatMap(({ params: { locale } }) =>
    toOEmbedPaths(locale).map(({ params, props }) => ({ params: { ...params, locale }, props })),
  )
