import { lessonFiles } from './lesson-files.ts'

/** Files of a course with a text on E0505; `changes` replace files, `undefined` drops one. */
export function errorFiles(changes: Record<string, string | undefined> = {}): Record<string, string> {
  return lessonFiles({ 'errors/E0505.md': errorText, 'errors/rustc.json': rustcJson, ...changes })
}

const fence = '```'

/** A text that keeps all its promises to the fake workshop. */
export const errorText = `---
title: A value is moved while it is borrowed
summary: What C would have done, and the usual fixes.
bug: use-after-free
sources: [mm/slub.c#L2-L3]
---

${'The owner goes, and the pointer stays. '.repeat(10)}

## In C

${'It compiles, and reads what was freed. '.repeat(5)}

${fence}c kernel crash=kasan
static u8 parse(u8 *buf)
{
	u8 *first = &buf[0];

	kfree(buf);
	return *first;
}
//# // reports kasan
${fence}

${fence}rust fails=E0505
// error E0505
${fence}

## What rustc leaves out

Where it is used last; see [E0382](/errors/E0382/) and [the lesson](/ownership/borrow-deadline/).

## Fixes

${fence}rust kernel
pr_info!("fixed");
${fence}
`

/** What a rustc of two codes says. */
export const rustcTexts = {
  toolchain: 'rustc 1.85.1',
  codes: { E0382: 'Used after it was moved.', E0505: 'Moved while it was borrowed.' },
}

const rustcJson = JSON.stringify(rustcTexts)
