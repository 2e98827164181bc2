import { runMain } from './run-script.ts'
import { soak } from './soak/soak.ts'

const usage = `Usage: npm run soak -- [SECONDS]

Serves the course as npm start does, and lets fifty clients check, build, boot and hang up for so long; 600 if none are
given, and 60 for a first look. Meanwhile processes of sandboxes are killed, and at first the service as well. Then says
whether each answer came and was right, and whether anything stayed behind. Exits with 1 if not.`

await runMain({
  usage,
  run: (words) => {
    const seconds = Number(words[0] ?? 600)
    return words.length > 1 || !(seconds >= 30) ? undefined : soak(seconds)
  },
})
