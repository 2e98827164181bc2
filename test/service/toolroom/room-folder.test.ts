import { rm, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import * as room from '#service/toolroom/room-folder.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('the marker of a toolroom', () => {
  it('is the one that is there at the moment of asking', async () => {
    const folder = room.toRoomFolder(temporaryFolder(), 'room')
    await room.makeFolder(folder)
    expect(room.readMarker(folder)).toBeUndefined()
    await room.writeMarker(folder, 'first', versions)
    expect(room.readMarker(folder)?.key).toBe('first')
    await room.writeMarker(folder, 'other', versions)
    expect(room.readMarker(folder)?.key).toBe('other')
    await rm(folder.marker)
    expect(room.readMarker(folder)).toBeUndefined()
  })

  it('is no longer one when somebody has damaged it, and is one again when that is fixed', async () => {
    const folder = room.toRoomFolder(temporaryFolder(), 'room')
    await room.makeFolder(folder)
    await room.writeMarker(folder, 'room', versions)
    const text = JSON.stringify(room.readMarker(folder))
    await writeFile(folder.marker, text.replace('{', '['))
    expect(room.readMarker(folder)).toBeUndefined()
    await writeFile(folder.marker, text)
    expect(room.readMarker(folder)?.key).toBe('room')
  })
})

const versions = {
  rustc: 'rustc 1.85.1',
  clippy: 'clippy 0.1.85',
  rustfmt: 'rustfmt 1.8.0',
  lld: 'LLD 19.1.7',
}
