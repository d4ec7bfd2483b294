import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'

/** Puts a text on the clipboard and says so for two seconds. */
export function CopyButton({ text, children }: { readonly text: () => string; readonly children: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <Button
      icon={isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      onPress={() => void copy()}
    >
      {isCopied ? 'Copied' : children}
    </Button>
  )
}
