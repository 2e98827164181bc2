import { effect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { OpenProject } from '../../project/open-project.ts'
import { toProjectFragment } from '../../project/project-link.ts'
import { fitsQrCode } from '../share/show-qr-code.ts'

/** The code is packed to know, so that waits until nobody types. */
const quietMilliseconds = 1000

/** Whether a QR code holds the link of the project as it is now; true while nobody knows. */
export function useFitsQrCode(open: OpenProject | undefined): boolean {
  const [fits, setFits] = useState(true)
  useEffect(() => {
    if (!open) return
    let timer: ReturnType<typeof setTimeout>
    const measure = async () => setFits(await hasShortLink(open))
    const end = effect(() => {
      for (const { text } of [...open.files.values(), ...(open.script ? [open.script] : [])]) void text.value
      clearTimeout(timer)
      timer = setTimeout(() => void measure(), quietMilliseconds)
    })
    return () => (clearTimeout(timer), end())
  }, [open])
  return fits
}

async function hasShortLink(open: OpenProject): Promise<boolean> {
  const fragment = await toProjectFragment(open.current())
  return fragment !== undefined && fitsQrCode(`${location.origin}${location.pathname}#${fragment}`)
}
