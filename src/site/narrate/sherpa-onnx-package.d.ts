/** The part of the package's API that is used; the package has no types. */
declare module "sherpa-onnx" {
  interface OfflineTts {
    readonly sampleRate: number;
    generate(request: { text: string; sid: number; speed: number }): { samples: Float32Array };
  }
  const sherpaOnnx: { createOfflineTts(config: object): OfflineTts };
  export default sherpaOnnx;
}
