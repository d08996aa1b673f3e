import { existsSync } from 'node:fs';
import { currentFile, storeDirectory } from '../src/lib/server/store.ts';
import { ensureBuild } from './start/build.ts';
import { keepBuild } from './start/builds.ts';
import { ensureSample } from './start/sample.ts';
import { PortTaken, serve, tryPort } from './start/serve.ts';

const say = (line: string) => console.log(line);

function portOf(text: string | undefined): number {
	const port = Number(text || '3000');
	if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
	throw new RangeError(
		`PORT 应为 0 到 65535 的整数 PORT must be a whole number from 0 to 65535: ${text}`
	);
}

async function prepareStore(): Promise<void> {
	const { directory, sample } = storeDirectory(process.env);
	if (sample) return ensureSample(directory, say);
	if (existsSync(currentFile(directory))) return;
	say(`GOUJI_STORE 所指的数据目录不存在：${directory}`);
	say(`  请先读入报告：npm run ingest -- 你的报告文件夹 --store ${directory}`);
	say(`There is no store at ${directory}, which GOUJI_STORE names.`);
	say(`  Make one: npm run ingest -- YOUR-REPORTS --store ${directory}`);
}

function explain(error: unknown): string {
	if (error instanceof PortTaken) {
		return `${error.message} 已被占用，请换一个端口，如 PORT=3001 npm start\n${error.message} is in use; take another port, such as PORT=3001 npm start`;
	}
	return error instanceof Error ? error.message : String(error);
}

try {
	const host = process.env.HOST || '127.0.0.1';
	const port = portOf(process.env.PORT);
	await tryPort(host, port);
	const build = await ensureBuild(say);
	keepBuild(build);
	await prepareStore();
	const address = await serve(build, host, port);
	say(`勾稽已启动，请用浏览器打开 ${address} （Ctrl+C 停止）`);
	say(`Gouji is served at ${address} (Ctrl+C stops it)`);
} catch (error) {
	console.error(explain(error));
	process.exit(1);
}
