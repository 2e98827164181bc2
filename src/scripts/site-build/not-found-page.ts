import { readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { defaultLocale, locales } from '#i18n/locales.ts'

/** Puts the page for addresses where nothing is, in each other language, into `404.html`: hosts have that one for all addresses, and its script shows the one that fits. */
export function notFoundPage(base: string): AstroIntegration {
  return {
    name: 'not-found-page',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir)
        const others = Object.keys(locales).filter((locale) => locale !== defaultLocale)
        const pages = await Promise.all(
          others.map(async (locale) => ({ locale, html: await takePage(`${site}${locale}/not-found`) })),
        )
        const page = await readFile(`${site}404.html`, 'utf8')
        await writeFile(`${site}404.html`, addLanguages(page, { base, pages }))
      },
    },
  }
}

/** No address leads there. */
async function takePage(folder: string): Promise<string> {
  const html = await readFile(`${folder}/index.html`, 'utf8')
  await rm(folder, { recursive: true })
  return html
}

interface Languages {
  /** The path that the site is built for, with a slash at both ends. */
  base: string
  /** The whole page in each other language. */
  pages: readonly { locale: string; html: string }[]
}

/** Adds what the page is in other languages, as templates that say below which path they are for. */
export function addLanguages(page: string, { base, pages }: Languages): string {
  const templates = pages.map(
    ({ locale, html }) =>
      `<template lang="${locale}" title="${titleOf(html)}" data-below="${base}${locale}/">${toContent(html, page)}</template>`,
  )
  return page.replace(/<body\b[^>]*>/, (body) => body + templates.join(''))
}

/** Is escaped already. */
function titleOf(html: string): string {
  return /<title>([^<]*)<\/title>/.exec(html)![1]!
}

/** Its words for scripts, the styles that the page does not have yet, and its body without the scripts that the page has. */
function toContent(html: string, page: string): string {
  const words = /<script src="[^"]*\/words\.js"><\/script>/.exec(html)?.[0] ?? ''
  const styles = (html.match(/<style>[^]*?<\/style>/g) ?? []).filter((style) => !page.includes(style))
  const body = /<body\b[^>]*>([^]*)<\/body>/.exec(html)![1]!
  return [words, ...styles, body.replaceAll(/<script\b[^>]*>[^]*?<\/script>/g, '')].join('')
}
