import type { Random } from '../random.ts';

const MENUS = ['首页', '新闻动态', '政务公开', '办事服务', '互动交流', '专题专栏', '数据开放'];
const TOPICS = [
	...[
		'领导之窗',
		'机构设置',
		'政策文件',
		'规划计划',
		'财政预决算',
		'人事信息',
		'重点领域',
		'应急管理'
	],
	...[
		'法规规章',
		'公示公告',
		'统计数据',
		'招标采购',
		'建议提案',
		'回应关切',
		'网上调查',
		'在线访谈'
	]
];
const NOTICES = ['通知', '公告', '简讯', '活动预告'];

const repeated = (times: number, part: (index: number) => string) =>
	Array.from({ length: times }, (_, index) => part(index)).join('\n');

/** Styles as content systems put them into each page. */
const styles = () =>
	`<style type="text/css">\n${repeated(120, (at) => `.col-${at} .box${at % 7} > li a:hover{display:block;float:left;width:${100 + at}px;padding:0 ${at % 9}px;font:14px/24px "Microsoft YaHei",SimSun;color:#${333 + at};background:url(/images/bg${at}.png) no-repeat 0 ${at}px;}`)}\n</style>`;

const script = (functions: number) =>
	`<script type="text/javascript">\n${repeated(functions, (at) => `function show${at}(id){var box=document.getElementById("tab"+id);for(var i=0;i<${at};i++){if(i<id&&box){box.className="on"+i;}else{document.getElementById("tab"+i).style.display="none";}}}`)}\n</script>`;

/** A menu of links, each menu with its topics below. */
const navigation = () =>
	`<div class="nav-wrap"><ul class="nav" id="nav">\n${MENUS.map(
		(menu, at) =>
			`<li class="nav-item n${at}"><a href="/col/${at}/index.html" target="_blank" title="${menu}">${menu}</a><div class="sub" style="display:none"><ul>\n${TOPICS.map((topic, index) => `<li><a href="/col/${at}/${index}/index.html" target="_blank" title="${topic}"><span class="ico"></span>${topic}</a></li>`).join('\n')}\n</ul></div></li>`
	).join('\n')}\n</ul></div>`;

/** A list of titles with their dates, as beside the text of a page. */
const asideOf = (random: Random) =>
	`<div class="aside">${repeated(
		6,
		(box) =>
			`<div class="box${box}"><div class="hd"><h3><a href="/more/${box}/">${TOPICS[box]}</a></h3></div><div class="bd"><ul class="list">\n${repeated(
				12,
				(at) =>
					`<li><a href="/art/${box}/${at}.html" title="${NOTICES[at % 4]}${at}">${NOTICES[at % 4]}第${at + 1}期</a><span class="date">${random.below(12) + 1}-${random.below(28) + 1}</span></li>`
			)}\n</ul></div></div>`
	)}</div>`;

/** The elements in which sites' content systems nest the text of a page. */
const WRAPPERS = [
	...['wrapper', 'main clearfix', 'container', 'row', 'article-box', 'article', 'con_text'],
	...['TRS_Editor', 'view TRS_UEDITOR trs_paper_default']
];

/**
 * The same page as sites publish it: in a shell of 60 to 80 thousand characters of styles, scripts,
 * menus, lists beside the text and a foot.
 */
export function inShell(page: string, random: Random): string {
	const [head = '', body = ''] = page.split('<body>');
	const inside = body.replace('</body></html>', '');
	const meta = ['SiteName', 'SiteDomain', 'ColumnName', 'ColumnType', 'Author', 'Keywords']
		.map((name) => `<meta name="${name}" content="">`)
		.join('\n');
	return `${head.replace('</head>', `${meta}\n${styles()}\n${script(60)}\n</head>`)}
<body class="inner-page">
<!-- 页头开始 -->
<div class="header"><div class="logo"><a href="/"><img src="/images/logo.png" alt=""></a></div>
<div class="search"><form action="/search"><input type="hidden" name="site" value="1"><input type="text" name="q" value=""><button type="submit">搜索</button></form></div></div>
${navigation()}
<!-- 页头结束 -->
${WRAPPERS.map((name) => `<div class="${name}">`).join('')}
${inside}
${WRAPPERS.map(() => '</div>').join('')}
${asideOf(random)}
<div class="share"><a href="javascript:window.print()">打印本页</a><a href="javascript:window.close()">关闭窗口</a></div>
<div class="footer">${repeated(5, (at) => `<select><option>友情链接</option>${repeated(20, (index) => `<option value="/link/${at}/${index}">${TOPICS[index % TOPICS.length]}网站</option>`)}</select>`)}
<p>主办单位：模拟数据网站管理中心 网站标识码：0000000000</p></div>
${script(40)}
</body></html>
`;
}
