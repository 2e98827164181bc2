import { config } from 'zod'

// The site's Content-Security-Policy forbids `eval`; browsers report each schema that tries it, though zod goes on without.
config({ jitless: true })
