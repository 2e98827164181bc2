import { lessonRules } from '#protocol/lesson-rules.ts'

const lints = new Set(Object.values(lessonRules).flatMap((rule) => rule.lints))

/** Arguments of clippy for what a lesson may forbid; whoever asks decides which of them matter. */
export const courseLints = [...lints].flatMap((lint) => ['-W', lint])
