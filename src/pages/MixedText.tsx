/** English text in which runs of Chinese get a `lang` attribute. */
export function MixedText(props: { readonly text: string }) {
  return (
    <>
      {props.text
        .split(/(\p{Script=Han}+)/u)
        .map((piece, at) => (at % 2 ? <span lang="zh-CN">{piece}</span> : piece))}
    </>
  );
}
