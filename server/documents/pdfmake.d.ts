/** What is used of pdfmake, which brings no types of its own. */
declare module 'pdfmake' {
  type Pdfmake = {
    virtualfs: { writeFileSync(name: string, bytes: Buffer): void }
    setFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    createPdf(document: Record<string, unknown>): { getBuffer(): Promise<Buffer> }
  }
  const pdfmake: Pdfmake
  export default pdfmake
}
