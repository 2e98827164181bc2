export { toLocalePaths as getStaticPaths } from '#components/locale-paths.ts'
export { GET } from '../search-records.json.ts'
