import { createProgramServer, type PageMessage } from './program-server.ts'

const serve = createProgramServer((message) => self.postMessage(message))

self.onmessage = ({ data }: MessageEvent<PageMessage>) => serve(data)
