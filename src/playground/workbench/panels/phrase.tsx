/** A message of the compiler, with what it quotes in backticks as code. */
export function Phrase({ text }: { text: string }) {
  return (
    <>{text.split(/`([^`]+)`/).map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part))}</>
  )
}
