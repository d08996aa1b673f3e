import { describe, expect, it } from 'vitest';
import { kindOf, KINDS } from './index.ts';

/** Names as agencies bear them, before and after renames, and the kind they have. */
const NAMES: Readonly<Record<string, string>> = {
	general_office: '甲市人民政府办公室 示例省人民政府办公厅 乙县政府办 国务院办公厅',
	government: '甲市人民政府 乙区政府 甲盟行政公署 示例自治区人民政府',
	township: '丙镇人民政府 丙乡政府 丙苏木人民政府 丙镇 丙民族乡人民政府',
	subdistrict: '丙街道办事处 丙街道',
	zone: '甲高新技术产业开发区管理委员会 甲经济技术开发区管委会 甲科技园管委会',
	public_institution: '甲市第一人民医院 甲大学 甲市自来水有限公司',
	health: '甲市卫生健康委员会 甲市卫生和计划生育委员会 乙县卫生局 乙县人口和计划生育局 乙县卫健局',
	natural_resources: '甲市国土资源局 甲市自然资源和规划局 甲市规划局',
	market: '甲市工商行政管理局 甲市质量技术监督局 甲市食品药品监督管理局 甲市市场监督管理局',
	environment: '甲市环境保护局 甲市生态环境局乙分局',
	emergency: '甲市安全生产监督管理局 甲市应急管理局 乙县安监局',
	forestry: '乙县林业局 乙县林业和草原局 甲市园林局',
	culture_tourism: '甲市旅游局 甲市文化局 甲市文化和旅游局 乙县文化广电旅游体育局',
	industry: '甲市经济和信息化委员会 甲市工业和信息化局 乙县经信局',
	human_resources: '甲市人力资源和社会保障局 乙县人社局 甲市劳动和社会保障局',
	urban_management: '甲市城市管理行政执法局 甲市城管局 甲市城市管理委员会 乙县综合行政执法局',
	housing: '甲市住房和城乡建设局 甲市建设局 甲市房产管理局 乙县住建局',
	agriculture: '乙县农业局 乙县农业农村局 乙县畜牧局',
	rural_revitalization: '乙县扶贫开发办公室 乙县乡村振兴局',
	civil_affairs: '甲市民政局',
	petitions: '甲市人民政府信访局',
	foreign_affairs: '甲市人民政府外事办公室 甲市外事侨务办公室',
	state_assets: '甲市人民政府国有资产监督管理委员会 甲市国资委',
	government_services: '乙县行政审批局 甲市政务服务管理办公室 甲市政务服务数据管理局',
	data: '甲市大数据发展管理局',
	office_affairs: '甲市机关事务管理局',
	ethnic_religious: '甲市民族宗教事务局 甲市民宗委',
	sports: '甲市体育局',
	broadcasting: '示例省广播电视局 示例省新闻出版广电局',
	local_finance: '甲市地方金融监督管理局 中国人民银行甲市中心支行',
	medical_insurance: '甲市医疗保障局',
	grain: '甲市粮食和物资储备局',
	archives: '甲市档案局 乙县地方志办公室',
	weather: '甲市气象局',
	tax: '国家税务总局甲市税务局 甲市国家税务局 甲市地方税务局',
	customs: '中华人民共和国甲海关',
	fire_rescue: '甲市消防救援支队 甲市公安消防支队',
	housing_fund: '甲市住房公积金管理中心',
	tobacco: '甲市烟草专卖局',
	supply_cooperative: '甲市供销合作社联合社',
	public_security: '甲市公安局乙分局 乙派出所',
	education: '乙县教育体育局 甲市教育局',
	veterans: '乙县退役军人事务局',
	other: '甲市残疾人联合会'
};

describe('kinds of agencies', () => {
	const names = Object.entries(NAMES).flatMap(([kind, agencies]) =>
		agencies.split(' ').map((agency) => ({ kind, agency }))
	);
	it.each(names)('$agency is $kind', ({ kind, agency }) => {
		expect(kindOf(agency)).toBe(kind);
	});

	it('have codes of their own, and labels in both languages', () => {
		expect(new Set(KINDS.map(({ code }) => code)).size).toBe(KINDS.length);
		for (const { code, label } of KINDS) {
			expect(code).toMatch(/^[a-z_]+$/);
			expect([label.zh, label.en]).not.toContain('');
		}
	});
});
