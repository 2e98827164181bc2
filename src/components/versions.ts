import { lessons } from './course.ts'

const recorded = lessons.find((lesson) => lesson.recorded)?.recorded

/** The kernel that the course is checked against, such as «7.3.4». */
export const kernel = recorded?.kernel.replace(/^Linux /, '') ?? '7.3.4'

/** The compiler that the recorded results come from, such as «rustc 1.85.1». */
export const toolchain = recorded?.toolchain ?? 'rustc 1.85.1'
