import { useEffect, useState } from 'preact/hooks'
import { answered } from '../storage/answers.ts'
import { findWhatIsLeft } from './find-what-is-left.ts'

/** What is left on the page around, as it is after each answer there. */
export function useWhatIsLeft() {
  const [left, setLeft] = useState(findWhatIsLeft)
  useEffect(() => {
    // Who listens to the same marks on the page what is done.
    const look = () => void setTimeout(() => setLeft(findWhatIsLeft()))
    look()
    document.addEventListener('change', look)
    addEventListener(answered, look)
    return () => {
      document.removeEventListener('change', look)
      removeEventListener(answered, look)
    }
  }, [])
  return left
}
