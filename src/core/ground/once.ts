/** What is made when it is first asked for: what costs milliseconds has no place at the import of a module. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
