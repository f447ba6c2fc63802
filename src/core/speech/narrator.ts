/** Who speaks in a recording, as readers are told. */
export interface Narrator {
  readonly kind: "synthetic" | "person";
  /** The model or the person, as they call themselves: `Kokoro-82M`; undefined if not known. */
  readonly name?: string | undefined;
  /** Of a synthetic voice: the model's version and who made it, the voice, and the licence (SPDX). */
  readonly version?: string | undefined;
  readonly maker?: string | undefined;
  readonly voice?: string | undefined;
  readonly licence?: string | undefined;
  /** The engines that spoke sentences which the voice could not; undefined if there are none. */
  readonly fallbacks?: readonly string[] | undefined;
  /** Whether a native speaker has listened to every sentence of it and found it right. */
  readonly isChecked: boolean;
}
