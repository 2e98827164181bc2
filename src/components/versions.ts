import { lessons } from './course.ts'

/** The compiler that the recorded results come from, such as «rustc 1.85.1». */
export const toolchain = lessons.find(({ recorded }) => recorded)?.recorded?.toolchain ?? 'rustc 1.85.1'
