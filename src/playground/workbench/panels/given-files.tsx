import type { SourceFiles } from '#protocol/source-files.ts'
import { PlainCode } from './plain-code.tsx'
import './given-files.css'

/** The files that an exercise brings, each folded below its name where there are several. */
export function GivenFiles({ files }: { files: SourceFiles }) {
  const entries = Object.entries(files)
  return (
    <div class="wb-given">
      {entries.map(([file, text]) => (
        <details key={file} open={entries.length === 1}>
          <summary>{file}</summary>
          <PlainCode file={file} text={text} />
        </details>
      ))}
    </div>
  )
}
