import { Link } from './router.tsx';

export function NotFound() {
  return (
    <div className="zp-page zp-page-narrow">
      <h1>没有这个页面</h1>
      <p>地址可能不完整，或者这个页面已经移走。没有任何内容丢失。</p>
      <p>
        <Link href="/">回到首页</Link>
      </p>
    </div>
  );
}
