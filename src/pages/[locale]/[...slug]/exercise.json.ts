export { toExercisePaths as getStaticPaths } from '#components/locale-paths.ts'
export { GET } from '../../[...slug]/exercise.json.ts'
