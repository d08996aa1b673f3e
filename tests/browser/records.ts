import { parse } from 'csv-parse/sync';

export type Record = Readonly<{ [column: string]: string }>;

/** The rows of a CSV download, its byte-order mark left out. */
export async function records(address: string): Promise<Record[]> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status} ${address}: ${await response.text()}`);
	return parse(await response.text(), { columns: true, bom: true });
}
