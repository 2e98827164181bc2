import { createEngine } from './engine.ts'
import { shareEngine } from './share-engine.ts'

shareEngine(createEngine({ env: { NO_OOPS_SERVICE: self.name } }))
