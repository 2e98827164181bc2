import { describe, expect, it } from 'vitest'
import { readMirror } from '#service/toolroom/kernel/find-mirror.ts'

describe('the mirror', () => {
  it('is an address as it is', () => {
    expect(readMirror('http://mirror.example/debian')).toBe('http://mirror.example/debian')
  })

  it('is taken out of a line of sources, options or not', () => {
    expect(readMirror('deb http://mirror.example/debian trixie main')).toBe('http://mirror.example/debian')
    expect(readMirror('I: noise\ndeb [signed-by=/k.gpg] https://m.example/d trixie main\n')).toBe(
      'https://m.example/d',
    )
  })

  it('is unknown where there is none', () => {
    expect(readMirror('E: nothing')).toBeUndefined()
  })
})
