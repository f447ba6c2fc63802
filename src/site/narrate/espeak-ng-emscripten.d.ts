/** The part of the package that is used; it brings no types of its own. */
declare module "@echogarden/espeak-ng-emscripten" {
  interface Worker {
    get_samplerate(): number;
    set_voice(name: string, language: string, gender: number, age: number, variant: number): number;
    set_rate(wordsAMinute: number): number;
    synthesize(text: string, hear: (samples: Int16Array | null, events: unknown) => number): void;
    /** Where in memory the sounds of a text stand, as letters that end with a zero. */
    convert_to_phonemes(text: string, isIpa: boolean): { readonly ptr: number };
  }
  export default function initialize(): Promise<{
    eSpeakNGWorker: new () => Worker;
    HEAPU8: Uint8Array;
  }>;
}
