import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { MeasureState } from '../exercise/measuring.ts'
import { isInPage } from './go-to-results.ts'

/** A check and a measurement share a panel: brings into sight which of the two the reader asked for last. */
export function useAskedInSight(
  sizes: RefObject<HTMLElement>,
  { measured, isChecking }: { measured: MeasureState['kind']; isChecking: boolean },
) {
  useEffect(() => {
    if (measured !== 'not yet') toSizes(sizes.current!)
  }, [measured])
  useEffect(() => {
    if (isChecking && !isInPage()) panelOf(sizes.current!).scrollTop = 0
  }, [isChecking])
}

function toSizes(sizes: HTMLElement) {
  if (isInPage()) return sizes.scrollIntoView()
  panelOf(sizes).scrollTop = sizes.offsetTop
}

function panelOf(sizes: HTMLElement): HTMLElement {
  return sizes.closest<HTMLElement>('[role=tabpanel]')!
}
