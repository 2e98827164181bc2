import { z } from 'zod'

const common = {
  alt: z.string().min(20).describe('what the figure shows, for who cannot see it: a sentence or two'),
  caption: z.string().optional().describe('below it, as Markdown'),
}

/** How something looks: what owns, what borrows, what is wrong, what is neither. */
const Look = z.enum(['owner', 'loan', 'wrong', 'plain'])

/** Lifetimes as bars beside the lines of a source. */
export const Lifetimes = z
  .strictObject({
    figure: z.literal('lifetimes'),
    ...common,
    language: z.enum(['rust', 'c']).default('rust'),
    code: z.string(),
    firstLine: z
      .int()
      .min(1)
      .default(1)
      .describe('the number shown beside the first line; bars count from 1'),
    bars: z
      .array(
        z.strictObject({
          name: z.string(),
          from: z.int().min(1),
          to: z.int().min(1),
          look: Look.default('plain'),
        }),
      )
      .min(1)
      .max(5),
  })
  .refine(
    ({ code, bars }) => bars.every(({ from, to }) => from <= to && to <= code.trimEnd().split('\n').length),
    {
      path: ['bars'],
      message: 'a bar goes from a line of the code to a later one, or ends on it',
    },
  )

/** Who owns what, step by step: the reader goes through the steps. */
export const Ownership = z.strictObject({
  figure: z.literal('ownership'),
  ...common,
  boxes: z.array(z.string()).min(1).max(5).describe('variables and fields, from left to right'),
  steps: z
    .array(
      z.strictObject({
        say: z.string().describe('what happens, as Markdown'),
        code: z.string().optional().describe('the line that does it'),
        holds: z.record(z.string(), z.string()).default({}).describe('box → the value that it owns'),
        borrows: z.record(z.string(), z.string()).default({}).describe('box → the box that it points at'),
        moved: z.array(z.string()).default([]).describe('boxes that were moved out of'),
        freed: z.array(z.string()).default([]).describe('boxes whose value was freed'),
      }),
    )
    .min(2)
    .max(8),
})

/** In which order values are dropped: the last declared first. */
export const DropOrder = z.strictObject({
  figure: z.literal('drop-order'),
  ...common,
  values: z
    .array(
      z.strictObject({
        name: z.string(),
        does: z.string().optional().describe('what its drop does'),
        moved: z.boolean().default(false),
      }),
    )
    .min(2)
    .max(7)
    .describe('in the order in which they are declared'),
  order: z
    .enum(['last-first', 'first-first'])
    .default('last-first')
    .describe('first-first: the fields of a struct'),
})

/** Two or three threads over time, a column each. */
export const Threads = z.strictObject({
  figure: z.literal('threads'),
  ...common,
  threads: z.array(z.string()).min(2).max(3),
  rows: z
    .array(z.strictObject({ thread: z.int().min(1).max(3), does: z.string(), look: Look.default('plain') }))
    .min(2)
    .max(12)
    .describe('what happens, from top to bottom; thread counts from 1'),
})

/** Who holds which lock, and who waits for which. */
export const Locks = z.strictObject({
  figure: z.literal('locks'),
  ...common,
  threads: z.array(z.string()).min(1).max(4),
  locks: z.array(z.string()).min(1).max(4),
  holds: z.array(z.strictObject({ thread: z.string(), lock: z.string() })),
  waits: z.array(z.strictObject({ thread: z.string(), lock: z.string() })).default([]),
})

/** The bytes of a struct, eight in a row. */
export const Memory = z.strictObject({
  figure: z.literal('memory'),
  ...common,
  name: z.string(),
  fields: z
    .array(
      z.strictObject({
        name: z.string(),
        size: z.int().min(1).max(64),
        look: z.enum(['field', 'padding', 'wrong']).default('field'),
      }),
    )
    .min(1)
    .max(12)
    .describe('in the order of memory, padding included; size in bytes'),
})

/** Layers, the uppermost first. */
export const Layers = z.strictObject({
  figure: z.literal('layers'),
  ...common,
  layers: z
    .array(
      z.strictObject({
        name: z.string(),
        note: z.string().optional(),
        language: z
          .enum(['c', 'rust', 'unsafe'])
          .optional()
          .describe('absent where it is not about languages'),
        arrow: z.string().optional().describe('what goes from here to the layer below'),
      }),
    )
    .min(2)
    .max(6),
})

/** A state machine, its states from left to right. */
export const States = z.strictObject({
  figure: z.literal('states'),
  ...common,
  states: z.array(z.string()).min(2).max(5),
  moves: z
    .array(z.strictObject({ from: z.string(), to: z.string(), on: z.string(), look: Look.default('plain') }))
    .min(1)
    .max(8),
})

/** A figure that is drawn from data: `figures/NAME.yaml` in a lesson's folder, shown by `<Figure of="NAME" />`. */
export const Figure = z.discriminatedUnion('figure', [
  Lifetimes,
  Ownership,
  DropOrder,
  Threads,
  Locks,
  Memory,
  Layers,
  States,
])
export type Figure = z.infer<typeof Figure>

/** A figure of one sort. */
export type FigureOf<Sort extends Figure['figure']> = Extract<Figure, { figure: Sort }>
