import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { trimPolicy } from '#scripts/site-build/lean-pages/trim-policy.ts'

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}

function toPage(hashes: string[], scripts: string): string {
  const policy = `default-src 'self'; script-src 'self' ${hashes.join(' ')}; style-src 'self'`
  return `<head><meta http-equiv="content-security-policy" content="${policy}">${scripts}</head>`
}

it('the hashes of scripts that the page has stay, with attributes and without', () => {
  const scripts = '<script>a()</script><script type="module">b()</script>'
  const page = toPage([hashOf('a()'), hashOf('b()')], scripts)
  expect(trimPolicy(page)).toBe(page)
})

it('those of other scripts go, and all else of the policy stays', () => {
  const page = toPage([hashOf('a()'), hashOf('elsewhere()')], '<script>a()</script>')
  expect(trimPolicy(page)).toBe(toPage([hashOf('a()')], '<script>a()</script>'))
})

it('a script of its own file needs no hash', () => {
  const scripts = '<script type="module" src="/_astro/a.js"></script>'
  expect(trimPolicy(toPage([hashOf('')], scripts))).not.toContain('sha256')
})
