import { BarChart, BoxplotChart } from 'echarts/charts';
import {
	AriaComponent,
	GridComponent,
	LegendComponent,
	MarkAreaComponent,
	MarkLineComponent,
	TooltipComponent
} from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
	AriaComponent,
	BarChart,
	BoxplotChart,
	GridComponent,
	LegendComponent,
	MarkAreaComponent,
	MarkLineComponent,
	SVGRenderer,
	TooltipComponent
]);

/** The parts of ECharts that the charts use: the one place that imports it for its code. */
export { init, setPlatformAPI };
