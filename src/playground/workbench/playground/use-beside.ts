import { useEffect, useState } from 'preact/hooks'
import type { OpenProject } from '../../project/open-project.ts'

/** Narrower windows have no room for two sides. */
const wide = '(min-width: 1100px)'

/** Whether C and Rust stand beside each other: where there are both and the window has room. */
export function useBeside(open: OpenProject | undefined): boolean {
  const [isWide, setWide] = useState(false)
  useEffect(() => {
    const media = matchMedia(wide)
    const apply = () => setWide(media.matches)
    apply()
    media.addEventListener('change', apply)
    return () => media.removeEventListener('change', apply)
  }, [])
  const isBeside = isWide && open?.project.sides === 'both' && open.project.target === 'kernel'
  useEffect(() => void (open && (open.view.layout.value = isBeside ? 'split' : 'page')), [open, isBeside])
  return isBeside
}
