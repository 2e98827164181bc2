import { z } from 'zod'
import { Target } from '#protocol/compile.ts'
import { Expectation, SourceReference } from '../frontmatter.ts'

const common = {
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]*$/,
      'small letters, digits and «-», as in cast-cuts; readers’ answers are kept under it',
    )
    .refine(
      (name) => !(name in {}),
      'each object of JavaScript has something of this name: choose another one',
    ),
  say: z.string().optional().describe('a sentence or two above the code, as Markdown'),
  c: z.string().optional().describe('the C beside it: it is only looked at'),
  why: z.string().describe('what the answer teaches, as Markdown'),
  see: z.array(SourceReference).default([]).describe('places in the tree that the answer shows'),
  counts: z.array(z.string()).default([]).describe('names of counts.yaml that the answer shows'),
}

/** An answer that is wrong, and why people give it. */
const WrongChoice = z.strictObject({ text: z.string(), why: z.string() })

/** What becomes of a program: it runs to its end, it panics, or rustc refuses it in a line. */
const Outcome = z.union([
  z.literal('accepted'),
  z.literal('panics'),
  z.strictObject({ refused: Expectation, line: z.int().positive().describe('of the snippet, from 1') }),
])
export type Outcome = z.infer<typeof Outcome>

/** What becomes of this program? */
const PredictTask = z.strictObject({
  ask: z.literal('predict'),
  ...common,
  rust: z.string(),
  outcome: Outcome,
})

/** What does this program print? Answered by choosing where `instead` is there, else by typing. */
const PrintsTask = z.strictObject({
  ask: z.literal('prints'),
  ...common,
  rust: z.string(),
  prints: z.string(),
  instead: z.array(WrongChoice).min(1).max(4).optional(),
})

/** A choice between sentences: for what no program shows. */
const ChooseTask = z.strictObject({
  ask: z.literal('choose'),
  ...common,
  rust: z.string().optional(),
  right: z.string(),
  instead: z.array(WrongChoice).min(1).max(4),
})

/** What a claim can be: what the tree or the language says of it. */
export const verdicts = ['true', 'partly', 'wrong', 'open'] as const
const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

/** A claim of others: does it hold? */
const JudgeTask = z.strictObject({
  ask: z.literal('judge'),
  ...common,
  claim: z.string().describe('as its author would say it'),
  verdict: Verdict,
  instead: z.partialRecord(Verdict, z.string()).describe('why each other verdict is not right'),
})

/** A patch as it was mailed: is it right, and if not, why? `rust` is what it makes of `before`. */
const ReviewTask = z.strictObject({
  ask: z.literal('review'),
  ...common,
  from: z.string().describe('who sends it, without an address'),
  subject: z.string().max(90).describe('as in «[PATCH 2/3] rust: ring: …»'),
  message: z.string().describe('what its author says, as plain text'),
  before: z.string(),
  rust: z.string(),
  target: Target.default('userspace'),
  outcome: Outcome.default('accepted').describe('what becomes of the patched program'),
  comment: z
    .strictObject({ on: z.string().min(3), why: z.string() })
    .optional()
    .describe(
      'the changed line that a reviewer comments, by words that stand on no other one, and why there',
    ),
  right: z.string().describe('what a good reviewer answers'),
  instead: z.array(WrongChoice).min(1).max(4),
  replies: z
    .array(z.strictObject({ from: z.string(), text: z.string() }))
    .default([])
    .describe('what reviewers said, or would say'),
})

const edit = {
  ...common,
  start: z.string(),
  solution: z.string(),
  hint: z.string().optional(),
  prints: z.string().optional().describe('what the solution prints'),
  holds: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('expressions of Rust that are true of the solution; «a == b» shows both where it is not'),
}

/** A program that is refused, to be repaired. */
const RepairTask = z.strictObject({
  ask: z.literal('repair'),
  ...edit,
  refused: Expectation.optional().describe('absent where the start compiles and does the wrong thing'),
})

/** A program with holes, `___` or `todo!()`, to be completed. */
const CompleteTask = z.strictObject({ ask: z.literal('complete'), ...edit })

/** A task of one or two minutes, as an author writes it. */
export const Task = z.discriminatedUnion('ask', [
  PredictTask,
  PrintsTask,
  ChooseTask,
  JudgeTask,
  ReviewTask,
  RepairTask,
  CompleteTask,
])
export type Task = z.infer<typeof Task>

/** A task that is answered by choosing or typing an answer. */
export type AskedTask = Extract<Task, { ask: 'predict' | 'prints' | 'choose' | 'judge' | 'review' }>
/** A task that is answered by editing a program. */
export type EditTask = Extract<Task, { ask: 'repair' | 'complete' }>

/** Is true of a task that is answered by editing a program. */
export function isEdit(task: Task): task is EditTask {
  return task.ask === 'repair' || task.ask === 'complete'
}

/** The tasks of a lesson; each name is given once. */
export const Tasks = z
  .array(
    Task.refine((task) => !isEdit(task) || (task.prints === undefined) !== (task.holds === undefined), {
      message: 'needs either «prints» or «holds»: what tells that it is solved',
    }).refine((task) => task.ask !== 'complete' || /___|todo!\(/.test(task.start), {
      path: ['start'],
      message: 'has no hole. Write ___ or todo!() where the reader writes',
    }),
  )
  .refine((tasks) => tasks.every(tellsEachVerdict), {
    message: 'of a claim, «instead» says why each of the three other verdicts is not right',
  })
  .refine((tasks) => new Set(tasks.map(({ name }) => name)).size === tasks.length, {
    message: 'two tasks have the same name',
  })

function tellsEachVerdict(task: Task): boolean {
  if (task.ask !== 'judge') return true
  return verdicts.every((verdict) => (verdict === task.verdict) !== verdict in task.instead)
}
