import { useEffect, useState } from 'preact/hooks'
import './markdown.css'

/** Markdown of the course or of rustc; plain text until the renderer is here. */
export function Markdown({ text }: { text: string }) {
  const [html, setHtml] = useState<string>()
  useEffect(() => {
    let current = true
    import('./markdown-to-html.ts')
      .then(({ markdownToHtml }) => current && setHtml(markdownToHtml(text)))
      .catch(() => {})
    return () => void (current = false)
  }, [text])
  if (html === undefined) return <div class="wb-markdown wb-markdown-plain">{text}</div>
  return <div class="wb-markdown" dangerouslySetInnerHTML={{ __html: html }} />
}
