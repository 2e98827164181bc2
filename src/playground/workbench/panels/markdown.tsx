import { useEffect, useState } from 'preact/hooks'
import './markdown.css'

type Renderer = (text: string) => string

/** Undefined until it is here: it comes with the first text. */
let loaded: Renderer | undefined

/** Markdown of the course or of rustc; plain text until the renderer is here. */
export function Markdown({ text }: { text: string }) {
  const [render, setRender] = useState<Renderer | undefined>(() => loaded)
  useEffect(() => {
    let current = true
    import('./markdown-to-html.ts')
      .then(({ markdownToHtml }) => {
        loaded = markdownToHtml
        if (current) setRender(() => markdownToHtml)
      })
      .catch(() => {})
    return () => void (current = false)
  }, [])
  if (!render) return <div class="wb-markdown wb-markdown-plain">{text}</div>
  return <div class="wb-markdown" dangerouslySetInnerHTML={{ __html: render(text) }} />
}
