/** A file that is only read, by its name. */
export function PlainCode({ file, text }: { file: string; text: string }) {
  return (
    <pre class="wb-plain-code" tabIndex={0} role="region" aria-label={file}>
      {text}
    </pre>
  )
}
