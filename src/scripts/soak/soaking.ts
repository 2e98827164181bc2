import type { Findings } from './findings.ts'
import type { SoakedService } from './soaked-service.ts'

/** What is soaked, what was found, and the process numbers of all services that there were. */
export interface Soaking {
  service: SoakedService
  findings: Findings
  services: Set<number>
}
