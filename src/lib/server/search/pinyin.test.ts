import { expect, it } from 'vitest';
import { spellingOf } from './pinyin.ts';

it.each([
	['重庆市公安局', 'cqsgaj', ' chong qing shi gong an ju'],
	['六安市', 'las', ' lu an shi'],
	['六合区', 'lhq', ' lu he qu'],
	['六盘水市', 'lpss', ' liu pan shui shi'],
	['大埔县', 'dbx', ' da bu xian'],
	['黄埔区', 'hpq', ' huang pu qu'],
	['长春市', 'ccs', ' chang chun shi'],
	['长子县', 'zzx', ' zhang zi xian'],
	['朝阳县公安局', 'cyxgaj', ' chao yang xian gong an ju'],
	['东阿县', 'dex', ' dong e xian'],
	['单县', 'sx', ' shan xian'],
	['乐清市', 'yqs', ' yue qing shi'],
	['台州市行政审批局', 'tzsxzspj', ' tai zhou shi xing zheng shen pi ju'],
	['丰都县', 'fdx', ' feng du xian'],
	['吕梁市', 'lls', ' lv liang shi'],
	['中国人民银行', 'zgrmyh', ' zhong guo ren min yin hang'],
	['甲市（本级）1', 'jsbj', ' jia shi ben ji']
])('%s is typed %s', (name, initials, pinyin) => {
	expect(spellingOf(name)).toEqual({ initials, pinyin });
});
