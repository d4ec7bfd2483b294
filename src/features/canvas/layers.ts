/** Makes a part of React Flow's a layer of its own, which is moved as it is and not painted anew with each frame. */
export function setLayer(part: 'viewport' | 'nodes', isLayer: boolean): void {
  const element = document.querySelector<HTMLElement>(`.react-flow__${part}`)
  if (element) element.style.willChange = isLayer ? 'transform' : ''
}
