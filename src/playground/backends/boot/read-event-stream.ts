/** The `data` of each message in a stream of server-sent events, as it comes. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let rest = ''
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const messages = (rest + chunk.value).split(/\r?\n\r?\n/)
      rest = messages.pop()!
      yield* messages.flatMap(toData)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** Comments, which keep a connection open, and other fields say nothing. */
function toData(message: string): string[] {
  const lines = message.split(/\r?\n/).filter((line) => line.startsWith('data:'))
  return lines.length === 0 ? [] : [lines.map((line) => line.replace(/^data: ?/, '')).join('\n')]
}
