import { expect, expectAccessible, expectFits, loginAs, type Page, PHONE, shot, test } from '../support/test.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const NAME = '辽宁省科学技术进步奖（入侵探测）';

async function openArchive(page: Page): Promise<void> {
  await page.goto('/app/archive');
  await expect(page.getByRole('heading', { name: '业绩档案', level: 1 })).toBeVisible();
}

test('a row is written on a phone, returned by the unit, mended and confirmed', async ({ page }) => {
  test.slow();
  await page.setViewportSize(PHONE);
  await loginAs(page, /申报人（民营企业/);
  await openArchive(page);
  await expect(page.getByText('现职称：工程师')).toBeVisible();
  await expect(page.getByText('不计入：不晚于现职称取得日期（2018-09-30）')).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await shot(page, 'archive-phone');

  await page.getByRole('button', { name: '添加科技奖励' }).click();
  await page.getByLabel('奖励名称').fill(NAME);
  await page.getByLabel('奖励类别').selectOption('science');
  await page.getByLabel('授奖主体').selectOption('government');
  await page.getByLabel('级别').selectOption('province');
  await page.getByLabel('等次', { exact: true }).selectOption('third');
  await page.getByLabel('授奖机关').fill('辽宁省人民政府');
  await page.getByLabel('证书日期').fill('2022-11-30');
  await page.getByLabel('本人排名').fill('3');
  await page.getByLabel('该等次额定人数').fill('7');
  await page.getByRole('group', { name: '有本人获奖证书' }).getByLabel('是').check();
  await page.getByLabel('与申报专业的关系').selectOption('same');
  await expect(page.getByText(/^已保存/)).toBeVisible();

  // A blank field is named and gets the focus; nothing is handed in.
  await page.getByRole('button', { name: '提交单位核验' }).click();
  await expect(page.getByText('请填写本人完成的具体部分。')).toBeVisible();
  await page.getByLabel('本人完成的具体部分').fill('负责入侵探测算法的设计。');

  await page
    .getByRole('listitem')
    .filter({ hasText: '证书' })
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: '网页.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') },
      { name: '获奖证书.png', mimeType: 'image/png', buffer: PNG },
    ]);
  await expect(page.getByText('不支持这种文件')).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  const file = page.getByRole('article', { name: '获奖证书.png' });
  await expect(file.getByText('用途：证书')).toBeVisible();
  await file.getByRole('button', { name: '查看' }).click();
  await expect(file.getByRole('img', { name: '获奖证书.png' })).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await shot(page, 'archive-row-phone');
  await page.getByRole('button', { name: '提交单位核验' }).click();
  await expect(page.getByRole('link', { name: NAME })).toContainText('待单位核验');

  // The unit returns it with a reason.
  await page.setViewportSize({ width: 1440, height: 900 });
  await loginAs(page, /用人单位人事（沈阳安盾/);
  await page.goto('/app/unit/people');
  const card = page.getByRole('region', { name: NAME });
  await expect(card).toBeVisible();
  await shot(page, 'unit-people');
  await page.keyboard.press('j');
  await card.getByRole('button', { name: /^退回/ }).click();
  await shot(page, 'unit-row-return');
  await card.getByLabel('哪一处').selectOption('place');
  await card.getByLabel('哪里不对').fill('证书上是第4名');
  await card.getByLabel('怎么改').fill('请按证书填写');
  await card.getByRole('button', { name: '退回本人修改' }).click();
  await expect(card.getByRole('button', { name: /^核验属实/ })).toHaveCount(0);

  // The applicant sees the reason, mends it and hands it in again.
  await loginAs(page, /申报人（民营企业/);
  await openArchive(page);
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await expect(page.getByText('证书上是第4名')).toBeVisible();
  await page.getByLabel('本人排名').fill('4');
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await shot(page, 'archive-row-returned');
  await page.getByRole('button', { name: '提交单位核验' }).click();
  await expect(page.getByRole('link', { name: NAME })).toContainText('待单位核验');

  await loginAs(page, /用人单位人事（沈阳安盾/);
  await page.goto('/app/unit/people');
  // By key: to the last of the waiting rows, then confirmed.
  const again = page.getByRole('region', { name: NAME });
  await expect(again).toBeVisible();
  for (let presses = 0; presses < 5 && (await again.getAttribute('aria-current')) !== 'true'; presses += 1) {
    await page.keyboard.press('j');
  }
  await expectAccessible(page);
  await shot(page, 'unit-rows');
  await page.keyboard.press('y');
  await expect(again.getByRole('button', { name: /^核验属实/ })).toHaveCount(0);

  await loginAs(page, /申报人（民营企业/);
  await openArchive(page);
  await expect(page.getByRole('link', { name: NAME })).toContainText('已核验');
  await shot(page, 'archive-desktop');
});

test('two windows of one row: other fields merge, the same field asks which to keep', async ({ page, context }) => {
  await loginAs(page, /申报人（事业单位/);
  await openArchive(page);
  await page.getByRole('link', { name: /视频监控设备抗干扰性能检测方法/ }).click();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByLabel('刊物名称')).toHaveValue('中国安防');

  await page.getByLabel('刊物名称').fill('安防科技');
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await second.getByLabel('年卷期页码').fill('2023年第2期 10—14页');
  await expect(second.getByText(/^已保存/)).toBeVisible();
  await page.getByLabel('论文题目').fill('视频监控设备抗干扰检测');
  await expect(page.getByText(/^正在保存/)).toHaveCount(0);
  await second.getByLabel('论文题目').fill('监控设备抗干扰性能检测方法');
  await expect(second.getByRole('alert', { name: '同一处内容改了两次' })).toBeVisible();
  await shot(second, 'archive-conflict');
  await second.getByRole('button', { name: '保留这里填写的：监控设备抗干扰性能检测方法' }).click();
  await expect(second.getByText(/^已保存/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('论文题目')).toHaveValue('监控设备抗干扰性能检测方法');
  await expect(page.getByLabel('年卷期页码')).toHaveValue('2023年第2期 10—14页');
  await expect(page.getByLabel('刊物名称')).toHaveValue('安防科技');
});
