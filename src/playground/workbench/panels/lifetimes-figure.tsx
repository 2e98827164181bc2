import { t } from '#i18n/t.ts'
import css from '#story/figures/figures.css?inline'
import type { Lifetimes } from '#story/figures/lifetimes.ts'
import { renderLifetimes } from '#story/figures/render-lifetimes.ts'
import { toSvg } from '#story/figures/svg.ts'

/** Lifetimes as bars beside the reader's own lines. */
export function LifetimesFigure({ lifetimes }: { lifetimes: Lifetimes }) {
  const { bars, firstLine } = lifetimes
  const lineOf = (line: number) => line + firstLine - 1
  const alt = bars
    .map(({ name, from, to }) =>
      t('{name}: line {from} to {to}', { name, from: lineOf(from), to: lineOf(to) }),
    )
    .join('. ')
  return (
    <div class="drawing">
      <style>{css}</style>
      <div
        class="figure-svg"
        role="img"
        aria-label={alt}
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: toSvg(renderLifetimes(lifetimes)) }}
      />
    </div>
  )
}
