/** 表里的一个姓名；同名的后面小字带上分辨的话。例：王芳 1985年生 */
export const Called = ({ name, aside }: { name: string; aside: string }) => (
  <>
    {name}
    {aside && <small className="name-aside">{aside}</small>}
  </>
)
