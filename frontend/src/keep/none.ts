/** "None of these" and the signs of its group exclude each other, in whichever order they are ticked. */

function untick(boxes: NodeListOf<HTMLInputElement>): void {
  boxes.forEach((box) => (box.checked = false));
}

export function onTick(event: Event): void {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || !box.checked) return;
  const group = box.closest("[data-group]");
  if (!group) return;
  if (box.hasAttribute("data-none")) untick(group.querySelectorAll("input[data-sign]"));
  else if (box.hasAttribute("data-sign")) untick(group.querySelectorAll("input[data-none]"));
}
