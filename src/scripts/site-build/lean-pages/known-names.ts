/** The class names that a part of a site may give to an element: whole ones, and beginnings that a script adds something to. */
export interface KnownNames {
  has(name: string): boolean
}

/** What a page itself has: the classes of its elements, and what its scripts say. */
export function namesOfPage(html: string): KnownNames {
  const scripts = [...html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text!)
  return anyOf([namesOfMarkup(html), ...scripts.map(namesOfScript)])
}

/** The classes of elements, also where the markup is a text in JSON. */
export function namesOfMarkup(text: string): KnownNames {
  return new Set([...text.matchAll(/\bclass=\\?"([^"\\]*)/g)].flatMap(([, names]) => names!.split(' ')))
}

/** A script may write any word of its text as a class, or as the beginning of one: `lane-${lane}`. */
export function namesOfScript(text: string): KnownNames {
  const words = new Set(text.match(/[a-zA-Z][\w-]*/g))
  const beginnings = [...words].filter((word) => word.endsWith('-'))
  return remember((name) => words.has(name) || beginnings.some((beginning) => name.startsWith(beginning)))
}

/** The same few names are asked for on each page. */
function remember(find: (name: string) => boolean): KnownNames {
  const found = new Map<string, boolean>()
  return { has: (name) => found.get(name) ?? found.set(name, find(name)).get(name)! }
}

/** What any of them has. */
export function anyOf(all: readonly KnownNames[]): KnownNames {
  return { has: (name) => all.some((names) => names.has(name)) }
}
