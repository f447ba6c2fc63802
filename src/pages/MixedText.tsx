/** English text in which Chinese words stand: each run of them is told to be Chinese. */
export function MixedText(props: { readonly text: string }) {
  return (
    <>
      {props.text
        .split(/(\p{Script=Han}+)/u)
        .map((piece, at) => (at % 2 ? <span lang="zh-CN">{piece}</span> : piece))}
    </>
  );
}
