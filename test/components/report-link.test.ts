import { expect, it } from 'vitest'
import { toReportLink } from '#components/report-link.ts'

const reported = { page: '3.2 A pointer & a deadline', version: '0.1.0' }

it('fills in the page of a new issue, and keeps what its address asks for', () => {
  const link = new URL(
    toReportLink('https://forge.example/new?label=text', { ...reported, browser: 'Browser 1' }),
  )
  expect(link.searchParams.get('label')).toBe('text')
  expect(link.searchParams.get('title')).toBe('3.2 A pointer & a deadline: ')
  expect(link.searchParams.get('body')).toContain('Version: 0.1.0\nBrowser: Browser 1')
})

it('writes a mail, with what the reader marked', () => {
  const link = toReportLink('mailto:course@example.org', { ...reported, marked: 'one\ntwo' })
  expect(link).toMatch(/^mailto:course@example\.org\?subject=3\.2%20A/)
  expect(decodeURIComponent(link)).toContain('body=> one\n> two\n\nWhat is wrong')
})
