/** The page "Your figure": what is chosen shows at once. Without this, it shows when it is kept. */
const form = document.querySelector<HTMLFormElement>("[data-look-form]");

function wear(code: string): void {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = `/figures/${code}.css`;
  sheet.dataset.look = "";
  // The one before stays until the new one is there: no flash of other colours.
  const before = document.querySelectorAll("link[data-look]");
  sheet.onload = (): void => before.forEach((each) => each.remove());
  document.head.append(sheet);
}

form?.addEventListener("change", () => {
  const chosen = new FormData(form);
  wear(["skin", "hair", "clothes"].map((name) => String(chosen.get(name))).join("-"));
});
