import * as fc from 'fast-check'
import { anyNumber, anyText } from '../../service/any-output.ts'

const anyFile = fc.oneof(
  fc.constantFrom('main.rs', 'ring.rs', '/usr/lib/library/core.rs', '__proto__'),
  anyText,
)
const anyPlace = fc.record({
  file_name: anyFile,
  line_start: anyNumber,
  line_end: anyNumber,
  column_start: anyNumber,
  column_end: anyNumber,
})

const { span: anySpan } = fc.letrec<{ span: object; expansion: object }>((tie) => ({
  span: fc
    .record({
      is_primary: fc.boolean(),
      label: fc.option(anyText),
      suggested_replacement: fc.option(anyText),
      suggestion_applicability: fc.constantFrom(null, 'MachineApplicable', 'HasPlaceholders'),
      expansion: fc.option(tie('expansion'), { depthSize: 'medium' }),
    })
    .chain((rest) => anyPlace.map((place) => ({ ...place, ...rest }))),
  expansion: fc.record({
    span: tie('span'),
    macro_decl_name: fc.constantFrom('m!', '#[derive(Debug)]', '#[x]'),
    def_site_span: anyPlace,
  }),
}))

const anyLevel = fc.constantFrom(
  'error',
  'warning',
  'note',
  'help',
  'failure-note',
  'error: internal compiler error',
)
const anyChild = fc.record({ message: anyText, level: anyLevel, spans: fc.array(anySpan) })
const anyMessage = fc.record({
  message: anyText,
  level: anyLevel,
  spans: fc.array(anySpan),
  code: fc.option(fc.record({ code: anyText })),
  children: fc.array(anyChild),
})
/** A line as rustc may write it, or a stranger makes it write. */
export const anyRustcLine = fc.oneof(
  { weight: 4, arbitrary: anyMessage.map((message) => JSON.stringify(message)) },
  fc.json(),
  anyText,
)
