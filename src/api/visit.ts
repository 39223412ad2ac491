/** The link that led here, as the first address of this visit says; forgotten with the page. */
export const source = new URLSearchParams(location.search).get('src')
