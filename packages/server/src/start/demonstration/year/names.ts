import type { Chance } from './random.ts';

const FAMILY =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'.split(
    '',
  );
const MALE = '伟强磊军勇杰涛超明刚平辉鹏飞波斌宇浩凯健俊帆峰建国志文海亮振东晨旭博睿毅恒铭骏'.split('');
const FEMALE = '芳娜敏静丽艳娟霞秀燕玲红梅雪琳颖慧洁婷莹萍云晶欣怡悦佳倩蕾薇岚冰月'.split('');

/** A name for a woman or a man; compound family names come too. */
export function nameFor(chance: Chance, female: boolean): string {
  const family = chance.below(60) === 0 ? chance.pick(['欧阳', '上官', '司马', '诸葛']) : chance.pick(FAMILY);
  const given = female ? FEMALE : MALE;
  const first = chance.pick(given);
  return family + first + (chance.below(4) === 0 ? '' : chance.pick(given));
}

/** Every twentieth or so belongs to a minority. */
export function ethnicityFor(chance: Chance, common: readonly string[]): string {
  return chance.below(100) < 12 ? chance.pick(common) : '汉族';
}
