import { expect, it } from 'vitest'
import { toPlainRoom } from '#service/kernel/plain-room.ts'
import { createFakeRoom } from './fake-kernel.ts'

it('code that is looked at has nothing of what watches memory or lists each pr_debug()', () => {
  const room = createFakeRoom()
  const watched = ['-fsanitize=kernel-address', '-mllvm', '-asan-globals=1', '-DDYNAMIC_DEBUG_MODULE']
  const flags = ['-O2', ...watched, '-mcmodel=large', '-DMODULE']
  const plain = toPlainRoom({ ...room, c: { arguments: flags } })
  expect(plain.c.arguments).toEqual(['-O2', '-mcmodel=kernel', '-DMODULE'])
})
