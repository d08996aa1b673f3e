import { FORM_CELLS, type Cell, type Report, type Span } from '../../src/lib/form/index.ts';
import { LIMITS } from '../../src/lib/limits.ts';
import type { Member } from '../../src/lib/read/read.ts';

/** What is wrong with the readings of one file, whatever its bytes; empty where they are sound. */
export function faultsOf(members: readonly Member[]): string[] {
	const sources = members.map(({ source }) => source);
	const faults = members.flatMap(({ source, reading }) =>
		(reading.ok ? reportFaults(reading.report) : reasonFaults(reading.rejection.reason)).map(
			(fault) => `${source}: ${fault}`
		)
	);
	if (members.length === 0) faults.push('neither a report nor a rejection');
	if (new Set(sources).size < sources.length) faults.push('two reports of one source');
	return faults;
}

/** A rejection is a sentence for people. */
function reasonFaults(reason: string): string[] {
	return /[一-龥]/.test(reason) && reason.length < 1000
		? []
		: [`no sentence: ${reason.slice(0, 80)}`];
}

function reportFaults(report: Report): string[] {
	return [...wholeFaults(report), ...report.cells.flatMap((cell) => cellFaults(report.text, cell))];
}

function wholeFaults({ text, cells, form, evidence, notes, ...identity }: Report): string[] {
	const faults: string[] = [];
	const addresses = cells.map(({ address }) => address);
	const own = (FORM_CELLS.get(form) ?? []).map(({ address }) => address);
	if (text.length > 2 * LIMITS.textLength) faults.push(`text of ${text.length} characters`);
	if (new Set(addresses).size < addresses.length) faults.push('a cell twice');
	if (own.some((address, index) => addresses[index] !== address))
		faults.push('not the form’s cells');
	if (identity.resolved && (identity.agency === null || identity.year === null)) {
		faults.push('resolved without agency or year');
	}
	for (const { place, text: words } of evidence) {
		if (place && text.slice(place.start, place.end) !== words) faults.push(`evidence ${words}`);
	}
	for (const { place, code } of notes)
		if (place && !within(text, place)) faults.push(`note ${code}`);
	return [...faults, ...sharedPlaces(cells)];
}

const within = (text: string, { start, end }: Span) =>
	Number.isInteger(start) &&
	Number.isInteger(end) &&
	start >= 0 &&
	start <= end &&
	end <= text.length;

/** No figure of the source may be used for two cells. */
function sharedPlaces(cells: readonly Cell[]): string[] {
	const reported = cells
		.flatMap(({ status, place, address }) =>
			status === 'reported' && place ? [{ address, place }] : []
		)
		.sort((one, other) => one.place.start - other.place.start);
	return reported.flatMap(({ address, place }, index) => {
		const before = reported[index - 1];
		return before && place.start < before.place.end
			? [`${before.address} and ${address} share`]
			: [];
	});
}

function cellFaults(text: string, cell: Cell): string[] {
	const { address, status, value, raw, place, deduced, box } = cell;
	const faults: string[] = [];
	const fault = (words: string) => faults.push(`${address} ${words}`);
	if ((value !== null) !== (status === 'reported')) fault(`is ${status} with ${value}`);
	if (value !== null && !(Math.abs(value) < 1e12)) fault(`holds ${value}`);
	if (value !== null && deduced !== null) fault('is reported and deduced');
	if (deduced !== null && !Number.isFinite(deduced)) fault(`deduced ${deduced}`);
	if (status === 'missing' && (raw !== null || place !== null)) fault('is missing with a place');
	if (status !== 'missing') {
		if (!place || !within(text, place)) fault('has no place');
		else if (text.slice(place.start, place.end) !== raw) fault('is not cut from the text');
		if (raw !== raw?.trim()) fault('has spaces around it');
	}
	if (box && !Object.values(box).every(Number.isFinite)) fault('has no box');
	return faults;
}
