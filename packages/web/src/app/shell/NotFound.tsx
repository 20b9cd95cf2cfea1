import { Link } from '@tanstack/react-router';

export function NotFound() {
  return (
    <div className="zp-page">
      <h1>没有这个页面</h1>
      <p>地址可能不完整，也可能您没有查看的权限。没有任何内容丢失。</p>
      <p>
        <Link to="/">回到首页</Link>
      </p>
    </div>
  );
}
