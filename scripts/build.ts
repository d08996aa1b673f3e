import { ensureBuild } from './start/build.ts';

const build = await ensureBuild((line) => console.log(line));
console.log(`页面在 The pages are in ${build}`);
