import { z } from 'zod'

/** Reads the human text of each message in rustc's JSON; what is not JSON is a text by itself. */
export function readRendered(stderr: string): string[] {
  return stderr
    .split('\n')
    .filter((line, index, lines) => line !== '' || index < lines.length - 1)
    .flatMap((line) => (line.startsWith('{') ? readMessage(line) : [`${line}\n`]))
}

const Message = z.object({
  rendered: z.string().nullish(),
  future_incompat_report: z
    .array(z.object({ diagnostic: z.object({ rendered: z.string().nullish() }) }))
    .optional(),
})

function readMessage(line: string): string[] {
  const { rendered, future_incompat_report: report = [] } = Message.parse(JSON.parse(line))
  if (rendered != null) return [rendered]
  if (report.length === 0) return []
  const breakages = report.map(
    ({ diagnostic }) => `Future breakage diagnostic:\n${diagnostic.rendered ?? 'Not rendered'}`,
  )
  return [`Future incompatibility report: ${breakages.join('')}`]
}
