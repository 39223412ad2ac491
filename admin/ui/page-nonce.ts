/** The nonce of this page, which the service put there for styles written while the app runs. */
export function pageNonce() {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/** Parts of Ant Design and the editor write `<style>` without asking for our nonce: theirs gets it as it is made. */
export function giveStylesTheNonce() {
  const nonce = pageNonce()
  const create = document.createElement
  function createWithNonce(this: Document, name: string, options?: ElementCreationOptions) {
    const element = create.call(this, name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  // The overloads name each element's type by its tag, which holds as before.
  document.createElement = createWithNonce as typeof document.createElement
}
