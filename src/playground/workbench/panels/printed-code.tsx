import { useEffect, useRef } from 'preact/hooks'
import type { EditedFile } from '../../program/edited-file.ts'
import './printed-code.css'

/** The whole of what is edited, for paper: an editor has only the lines that are in sight. */
export function PrintedCode({ program }: { program: EditedFile }) {
  const code = useRef<HTMLPreElement>(null)
  useEffect(() => {
    const fill = () => void (code.current!.textContent = program.text.peek())
    addEventListener('beforeprint', fill)
    return () => removeEventListener('beforeprint', fill)
  }, [program])
  return <pre ref={code} class="printed-code" />
}
