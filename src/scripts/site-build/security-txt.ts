import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * Writes `/.well-known/security.txt` (RFC 9116) with the address that mistakes of security are reported to, `mailto:…` or
 * `https://…`; valid for a year from the build. Nothing is written without an address.
 */
export function securityTxt(contact: string | undefined): AstroIntegration {
  if (contact !== undefined && !/^(mailto:|https:\/\/)\S+$/.test(contact)) {
    throw new Error(`SECURITY_CONTACT is «${contact}». Write «mailto:…» or «https://…».`)
  }
  return {
    name: 'security-txt',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        if (contact === undefined) return
        const folder = `${fileURLToPath(dir)}.well-known/`
        await mkdir(folder, { recursive: true })
        await writeFile(`${folder}security.txt`, toText(contact, new Date()))
      },
    },
  }
}

function toText(contact: string, built: Date): string {
  const expires = new Date(built)
  expires.setUTCFullYear(built.getUTCFullYear() + 1)
  return `Contact: ${contact}\nExpires: ${expires.toISOString()}\nPreferred-Languages: en\n`
}
