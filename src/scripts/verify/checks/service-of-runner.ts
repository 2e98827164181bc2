import { BootRequest } from '#protocol/boot.ts'
import { CompileRequest } from '#protocol/compile.ts'
import { InspectRequest } from '#protocol/inspect.ts'
import { indexPath, indexVersion } from '#course/lesson-index.ts'
import type { Exercise } from '#course/exercise.ts'
import type { Fetch } from '#playground/backends/send-request.ts'
import type { LessonRunner } from '../runner/lesson-runner.ts'

/** Answers requests as the site and its service would, of one lesson, by what proves the lessons. */
export function serviceOfRunner(runner: LessonRunner, exercise: Exercise): Fetch {
  return async (address, init) => {
    const { pathname } = new URL(address)
    const asked = typeof init?.body === 'string' ? (JSON.parse(init.body) as object) : {}
    switch (pathname) {
      case indexPath:
        return Response.json(toIndex(exercise))
      case `/${exercise.slug}/exercise.json`:
        return Response.json({ exercise })
      case '/api/compile':
        return Response.json(await runner.compile(toCompileRequest(asked)))
      case '/api/inspect':
        return Response.json(await runner.inspect(InspectRequest.parse(asked)))
      case '/api/boot':
        return toEvents(await runner.boot(BootRequest.parse(asked)))
      default:
        return new Response('', { status: 404 })
    }
  }
}

/** Nothing goes by rustc's own text, and without it the same has been asked before. */
function toCompileRequest(asked: object): CompileRequest {
  const { rendered: _, ...request } = CompileRequest.parse(asked)
  return request
}

function toIndex({ slug, title, target }: Exercise) {
  return {
    version: indexVersion,
    lessons: [{ slug, title, target, number: '1.1', chapter: '', minutes: 1 }],
  }
}

function toEvents(events: object[]): Response {
  const text = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')
  return new Response(text, { headers: { 'content-type': 'text/event-stream' } })
}
