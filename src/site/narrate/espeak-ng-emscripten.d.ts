/** The part of the package's API that is used; the package has no types. */
declare module "@echogarden/espeak-ng-emscripten" {
  interface Worker {
    get_samplerate(): number;
    set_voice(name: string, language: string, gender: number, age: number, variant: number): number;
    set_rate(wordsAMinute: number): number;
    synthesize(text: string, hear: (samples: Int16Array | null, events: unknown) => number): void;
    /** Returns the phonemes in IPA: words apart by spaces, phonemes by `_`. */
    synthesize_ipa(text: string, hear: () => number): { readonly ipa: string };
    /** Returns a pointer to the phonemes as a zero-terminated string. */
    convert_to_phonemes(text: string, isIpa: boolean): { readonly ptr: number };
  }
  export default function initialize(): Promise<{
    eSpeakNGWorker: new () => Worker;
    HEAPU8: Uint8Array;
  }>;
}
