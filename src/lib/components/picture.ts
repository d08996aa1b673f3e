/** Colours of the style sheet put in, so that a drawing stands on its own. */
function standalone(svg: SVGElement): { text: string; width: number; height: number } {
	const style = getComputedStyle(document.documentElement);
	const { width, height } = svg.getBoundingClientRect();
	const copy = svg.cloneNode(true) as SVGElement;
	// Patterns that the style sheet hides would show in a file, which has no style sheet.
	const hidden = [...svg.querySelectorAll('path')].map(
		(path) => getComputedStyle(path).display === 'none'
	);
	[...copy.querySelectorAll('path')].forEach((path, index) => {
		if (hidden[index]) path.remove();
	});
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	copy.setAttribute('width', String(width));
	copy.setAttribute('height', String(height));
	copy.setAttribute('font-family', style.getPropertyValue('--text'));
	const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
	ground.setAttribute('width', '100%');
	ground.setAttribute('height', '100%');
	ground.setAttribute('fill', 'var(--surface)');
	copy.prepend(ground);
	const text = new XMLSerializer()
		.serializeToString(copy)
		.replace(/var\(--([\w-]+)\)/g, (_, name: string) =>
			style.getPropertyValue(`--${name}`).trim().replaceAll('"', "'")
		);
	return { text, width, height };
}

function save(address: string, name: string): void {
	const anchor = document.createElement('a');
	anchor.href = address;
	anchor.download = name;
	anchor.click();
}

/** The drawing that a figure shows now: the live one, else the server's that fits. */
export function shownDrawing(figure: HTMLElement): SVGElement | null {
	const drawings = [...figure.querySelectorAll<SVGElement>('.chart svg')];
	return drawings.find((svg) => svg.getBoundingClientRect().width > 0) ?? null;
}

/** Saves a drawing as an SVG file. */
export function saveSvg(svg: SVGElement, name: string): void {
	const { text } = standalone(svg);
	const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
	save(address, `${name}.svg`);
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Saves a drawing as a PNG file, at twice its size on the page. */
export async function savePng(svg: SVGElement, name: string): Promise<void> {
	const { text, width, height } = standalone(svg);
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = width * 2;
	canvas.height = height * 2;
	const context = canvas.getContext('2d');
	if (!context) return;
	context.scale(2, 2);
	context.drawImage(image, 0, 0, width, height);
	save(canvas.toDataURL('image/png'), `${name}.png`);
}
