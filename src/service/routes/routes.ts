import type { ServiceApp } from '../app-env.ts'
import { addBootRoute, type BootRouteParts } from './boot.ts'
import { addCompileRoute, type CompileRouteParts } from './compile.ts'
import { addFormatRoute, type FormatRouteParts } from './format.ts'
import { addHealthRoute } from './health.ts'
import { addInspectRoute, type InspectRouteParts } from './inspect.ts'
import { addMetricsRoute, type MetricsRouteParts } from './metrics.ts'
import { addOEmbedRoute, type OEmbedRouteParts } from './oembed.ts'
import { addOpenApiRoute } from './openapi.ts'
import { addReadyRoute, type ReadyRouteParts } from './ready.ts'
import { addShellRoute, type ShellRouteParts } from './shell.ts'
import { addStatusRoute, type StatusRouteParts } from './status.ts'
import { addTraceRoute, type TraceRouteParts } from './trace.ts'

/** What the routes lead to; each of them names its own part. */
export interface RouteParts
  extends
    CompileRouteParts,
    TraceRouteParts,
    FormatRouteParts,
    BootRouteParts,
    ShellRouteParts,
    InspectRouteParts,
    StatusRouteParts,
    ReadyRouteParts,
    OEmbedRouteParts,
    MetricsRouteParts {}

/** Adds all routes of the service. A new one is a file beside this one and a line here; `/api/*` brings its limits. */
export function addRoutes(app: ServiceApp, parts: RouteParts): void {
  addCompileRoute(app, parts)
  addTraceRoute(app, parts)
  addFormatRoute(app, parts)
  addBootRoute(app, parts)
  addShellRoute(app, parts)
  addInspectRoute(app, parts)
  addStatusRoute(app, parts)
  addOEmbedRoute(app, parts)
  addOpenApiRoute(app)
  addHealthRoute(app)
  addReadyRoute(app, parts)
  addMetricsRoute(app, parts)
}
