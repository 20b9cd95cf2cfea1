import { Link } from '../router.tsx';

export default function Home() {
  return (
    <div className="zp-page">
      <h1 className="zp-home-title">职称评审，条件看得清，进度看得见</h1>
      <ul className="zp-list zp-doors">
        <li className="zp-door">
          <h2>
            <a href="/app/">申报</a>
          </h2>
          <p>登录后建立业绩档案，按步骤申报，随时查看办理进度。</p>
        </li>
        <li className="zp-door">
          <h2>
            <Link href="/login">登录</Link>
          </h2>
          <p>申报人、用人单位、评委会办公室和评审专家由此进入。</p>
        </li>
      </ul>
    </div>
  );
}
