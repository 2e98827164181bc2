import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import type { KindName } from '#course/kinds/kinds.ts'
import Drill from './drill/drill.astro'
import Forensics from './forensics/forensics.astro'
import Measure from './measure/measure.astro'
import Pair from './pair/pair.astro'
import Predict from './pair/predict.astro'
import Refusal from './pair/refusal.astro'
import Port from './port/port.astro'
import PortBody from './port/port-body.astro'
import ProseBody from './prose-body.astro'
import Recall from './recall/recall.astro'
import Review from './review/review.astro'
import WorkBody from './work-body.astro'
import Shown from './wrong/shown.astro'
import Wrong from './wrong/wrong.astro'

/** What the texts of each kind are made of: its marker, `Body` for what follows that, and its other components. */
export const pageParts: Record<KindName, Record<string, AstroComponentFactory>> = {
  pair: { Pair, Predict, Refusal, Body: WorkBody },
  drill: { Drill, Body: ProseBody },
  port: { Port, Body: PortBody },
  wrong: { Wrong, Shown, Body: WorkBody },
  review: { Review, Body: ProseBody },
  recall: { Recall, Body: ProseBody },
  project: { Project: Port, Body: PortBody },
  forensics: { Forensics, Body: WorkBody },
  measure: { Measure, Body: WorkBody },
}
