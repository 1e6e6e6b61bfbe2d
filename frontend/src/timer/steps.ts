/** What a timer counts: one round, or the steps of a routine, as the server drew them. */

export interface Step {
  name: string;
  seconds: number;
  /** The measure this step is a use of, for the hours that must follow. */
  uses: string;
  /** A pause starts by itself; what needs hands waits for a press. */
  byItself: boolean;
}

export function stepsOf(box: HTMLElement): Step[] {
  const rows = [...box.querySelectorAll<HTMLElement>("[data-timer-steps] > li")];
  if (rows.length === 0) return [{ name: "", seconds: Number(box.dataset["minutes"]) * 60, uses: "", byItself: false }];
  return rows.map((row) => ({
    name: row.querySelector("b")?.textContent ?? "",
    seconds: Number(row.dataset["minutes"]) * 60,
    uses: row.dataset["uses"] ?? "",
    byItself: "byItself" in row.dataset,
  }));
}

export function mark(box: HTMLElement, step: number | null): void {
  box.querySelectorAll("[data-timer-steps] > li").forEach((row, place) => {
    if (place === step) row.setAttribute("aria-current", "step");
    else row.removeAttribute("aria-current");
  });
}
