import { config } from 'zod'

// The site's Content-Security-Policy forbids `eval`, and each schema that tries it is a complaint in the console.
config({ jitless: true })
