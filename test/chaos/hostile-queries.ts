/** Questions made to be expensive, at most 300 characters each; the same number gives the same question. */
export function hostileQuery(at: number): string {
  const kinds = [
    () => Array.from({ length: 200 }, (_, i) => String.fromCharCode(97 + ((i + at) % 26))).join(' '),
    () => '*'.repeat(300),
    () => `${'a* OR '.repeat(45)}b*`,
    () => Array.from({ length: 40 }, (_, i) => `NEAR(h${i} t${at})`).join(' '),
    () => `"${'truong '.repeat(40)}"`,
    () => 'ư'.repeat(300),
    () => 'a\u0301\u0301\u0301\u0301'.repeat(60),
    () => `${'hoc sinh truong thu tuc ho so '.repeat(10)}${at}`.slice(0, 300),
    () => `'; DROP TABLE content_items; -- ${at}`,
    () => `%${'_'.repeat(298)}%`,
    () => Array.from({ length: 60 }, (_, i) => `x${(i * 7 + at) % 97}q`).join(' '),
    () => 's f r x j w '.repeat(25),
    () => `${at}.${'0'.repeat(200)}/${'1'.repeat(90)}`,
    () => '(((((((((('.repeat(30),
    () => `${'\u0000\u0002\u0003'.repeat(50)}${at}`,
    () => 'th tr ng kh ph nh gi qu '.repeat(12),
  ]
  return (kinds[at % kinds.length] ?? (() => ''))().slice(0, 300)
}
