import type { Frame, Page } from 'playwright-core'

type Marked = { ran?: number[] }

/** Notes which payloads run, in the page and in every frame of it. */
export async function watch(page: Page) {
  await page.addInitScript(() => {
    const ran: number[] = []
    Object.assign(window, { ran, xss: (place: number) => ran.push(place) })
  })
}

/** The page and what it shows of ours; a frame that a payload made answers to the page. */
function framesOf(page: Page): Frame[] {
  const { origin } = new URL(page.url())
  return page.frames().filter((frame) => frame === page.mainFrame() || frame.url().startsWith(origin))
}

/** Which payloads have run, once whatever wants to be clicked is clicked and what was under way is over. */
export async function whatRan(page: Page): Promise<number[]> {
  const ran = new Set<number>()
  for (const frame of framesOf(page)) {
    const here = await frame.evaluate(async () => {
      const wanting = 'a[href*="script:" i], a[href^="data:"], svg a, form button, button[formaction], base ~ a'
      for (const each of document.querySelectorAll(wanting))
        each.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      const pictures = [...document.images].filter((image) => !image.complete)
      await Promise.all(
        pictures.map(
          (image) =>
            new Promise((resolve) => {
              image.addEventListener('load', resolve)
              image.addEventListener('error', resolve)
            }),
        ),
      )
      // Animations begin and toggles are told with a frame; a navigation waits for the task after it.
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame)
      await new Promise((resolve) => setTimeout(resolve))
      return (window as Marked).ran ?? []
    })
    for (const place of here) ran.add(place)
  }
  return [...ran].sort((one, other) => one - other)
}

/** Marks a payload would leave if a screen took it for a part of itself, whether it has run yet or not. */
export async function findPlanted(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const frame of framesOf(page))
    found.push(
      ...(await frame.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((element) => [
          ...[...element.attributes]
            // No browser runs what a picture is said to be.
            .filter(({ name }) => element.tagName !== 'IMG' || name !== 'src')
            .filter(({ name, value }) => name.startsWith('on') || /^\W*javascript:/i.test(value))
            .map(({ name }) => `${element.tagName} ${name}`),
          ...(element instanceof HTMLScriptElement &&
          /^(|module|text\/javascript)$/.test(element.type) &&
          element.text.includes('xss')
            ? ['SCRIPT']
            : []),
        ]),
      )),
    )
  return found
}
