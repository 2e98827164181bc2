import { runMain } from './run-script.ts'
import { uiTests } from './ui-tests/ui-tests.ts'

await runMain(uiTests)
