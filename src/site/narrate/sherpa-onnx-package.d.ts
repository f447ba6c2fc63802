/** The part of the package that is used; it brings no types of its own. */
declare module "sherpa-onnx" {
  interface OfflineTts {
    readonly sampleRate: number;
    generate(request: { text: string; sid: number; speed: number }): { samples: Float32Array };
  }
  const sherpaOnnx: { createOfflineTts(config: object): OfflineTts };
  export default sherpaOnnx;
}
