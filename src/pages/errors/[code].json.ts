import type { APIRoute, GetStaticPaths } from 'astro'
import type { ErrorCode } from '#course/error-text.ts'
import { errorCodes, explainCode } from '#components/errors.ts'

export const getStaticPaths: GetStaticPaths = () =>
  errorCodes.map((error) => ({ params: { code: error.code }, props: { error } }))

/** What the workbench shows of an error code. */
export const GET: APIRoute<{ error: ErrorCode }> = ({ props }) => Response.json(explainCode(props.error))
