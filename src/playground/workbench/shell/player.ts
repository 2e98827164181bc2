import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Asciicast } from '#protocol/asciicast.ts'

/** A recording that is shown again. */
export interface Player {
  isPlaying: ReadonlySignal<boolean>
  /** Seconds from the beginning. */
  at: ReadonlySignal<number>
  /** How long it is; in seconds. */
  length: number
  /** How many times as fast as it was. */
  speed: Signal<number>
  /** Goes on, or begins again at its end. */
  play(): void
  pause(): void
  /** Shows what stood there at that time. */
  seek(seconds: number): void
  end(): void
}

/** Where it is shown. */
export interface Screen {
  write(text: string): void
  clear(): void
}

/** Begins paused, with an empty screen. */
export function createPlayer({ pieces }: Asciicast, screen: Screen): Player {
  const [at, isPlaying, speed] = [signal(0), signal(false), signal(1)]
  const length = pieces.at(-1)?.[0] ?? 0
  let shown = 0
  let timer: ReturnType<typeof setInterval> | undefined
  function showUntil(seconds: number) {
    const next = pieces.findIndex(([time], index) => index >= shown && time > seconds)
    const end = next < 0 ? pieces.length : next
    const text = pieces
      .slice(shown, end)
      .map(([, text]) => text)
      .join('')
    if (text !== '') screen.write(text)
    shown = end
    at.value = Math.min(seconds, length)
  }
  function pause() {
    clearInterval(timer)
    isPlaying.value = false
  }
  function seek(seconds: number) {
    if (seconds < at.peek()) {
      screen.clear()
      shown = 0
    }
    showUntil(Math.max(0, seconds))
  }
  return {
    ...{ isPlaying, at, length, speed, pause, seek },
    play() {
      if (isPlaying.peek()) return
      if (at.peek() >= length) seek(0)
      isPlaying.value = true
      let last = performance.now()
      timer = setInterval(() => {
        const now = performance.now()
        showUntil(at.peek() + ((now - last) / 1000) * speed.peek())
        last = now
        if (at.peek() >= length) pause()
      }, moment)
    },
    end: pause,
  }
}

/** Milliseconds. */
const moment = 40
