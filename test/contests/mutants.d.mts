export declare const MUTANTS: Record<string, [file: string, from: RegExp, to: string][]>
