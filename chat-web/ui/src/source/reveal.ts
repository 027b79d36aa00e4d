/** Scrolls a box, and nothing around it, so that an element inside stands at a third of its height. */
export function reveal(box: HTMLElement, element: Element): void {
  const inside = element.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  box.scrollTop += inside.top - frame.top - box.clientHeight / 3;
  if (inside.right > frame.right || inside.left < frame.left) box.scrollLeft += inside.left - frame.left - 24;
}
