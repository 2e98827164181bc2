import { useEffect, useState } from 'preact/hooks'
import type { Asciicast } from '#protocol/asciicast.ts'
import { t } from '#i18n/t.ts'
import { createPlayer, type Screen } from './player.ts'

interface Props {
  cast: Asciicast
  screen: Screen
  close: () => void
}

/** Plays a recording: what it is, and the keys of a player. */
export function Replay({ cast, screen, close }: Props) {
  const [player, setPlayer] = useState(() => createPlayer(cast, screen))
  useEffect(() => {
    screen.clear()
    const next = createPlayer(cast, screen)
    setPlayer(next)
    next.play()
    return next.end
  }, [cast])
  const { at, length, isPlaying, speed } = player
  return (
    <div class="wb-shell-bar" role="group" aria-label={t('Recording')}>
      <button
        type="button"
        class="wb-button wb-primary"
        onClick={() => (isPlaying.value ? player.pause() : player.play())}
      >
        {isPlaying.value ? t('Pause') : t('Play')}
      </button>
      <input
        class="wb-shell-seek"
        type="range"
        min={0}
        max={length}
        step={0.5}
        value={at.value}
        aria-label={t('Position in the recording')}
        aria-valuetext={t('{at} of {all}', { at: describeTime(at.value), all: describeTime(length) })}
        onInput={({ currentTarget }) => player.seek(Number(currentTarget.value))}
      />
      <span class="wb-shell-time">
        {describeTime(at.value)} / {describeTime(length)}
      </span>
      <label class="wb-shell-speed">
        {t('Speed')}{' '}
        <select
          value={speed.value}
          onChange={({ currentTarget }) => (speed.value = Number(currentTarget.value))}
        >
          {speeds.map((times) => (
            <option key={times} value={times}>
              {times}×
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="wb-button" onClick={close}>
        {t('Close the recording')}
      </button>
      <p class="wb-status wb-run-calm" role="status">
        {[t('Recorded, not live'), cast.title].filter(Boolean).join(': ')}.
      </p>
    </div>
  )
}

const speeds = [0.5, 1, 2, 4]

function describeTime(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
