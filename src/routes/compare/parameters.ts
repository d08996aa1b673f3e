import { ADDRESSES, type Address } from '$lib/form';
import { BadFilter, quoted, type Filters } from '$lib/server/filters';
import { chosenAddress } from '$lib/server/compared';
import {
	GROUP_KEYS,
	GROUP_MEASURES,
	SERIES_RANKS,
	type GroupKey,
	type GroupMeasure,
	type SeriesRank
} from '$lib/server/queries';
import { oneOf, yearOf } from '../parameters';

/** What is set side by side: agencies, or reports grouped by region or kind. */
export const BY = ['agency', ...GROUP_KEYS] as const;
export type By = 'agency' | GroupKey;

/** Whether small charts share one axis, or each has its own. */
export const AXES = ['own', 'shared'] as const;
export type Axis = (typeof AXES)[number];

/** What ranks, and which end of it comes first. */
export const RANKS = SERIES_RANKS;
export const DIRECTIONS = ['desc', 'asc'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const KEYS = ['cell', 'by', 'at', 'stat', 'rank', 'order', 'axis', 'find'] as const;

/** What the page is asked beside the filters. */
export interface Parameters {
	readonly address: Address;
	readonly by: By;
	/** The year that ranks; null for the newest that tells. */
	readonly at: number | null;
	readonly stat: GroupMeasure;
	readonly rank: SeriesRank;
	readonly order: Direction;
	readonly axis: Axis;
	/** Part of the name of an agency to add. */
	readonly find: string | null;
}

function addressAsked(params: URLSearchParams, filters: Filters): Address {
	const cell = params.get('cell');
	if (!cell) return chosenAddress(filters);
	if (ADDRESSES.includes(cell)) return cell;
	const { zh, en } = quoted(cell);
	throw new BadFilter('cell', cell, `没有这个单元格：${zh}`, `no such cell: ${en}`);
}

/**
 * The parameters of the page.
 *
 * @throws BadFilter where one has a value that it cannot have
 */
export function parametersOf(params: URLSearchParams, filters: Filters): Parameters {
	return {
		address: addressAsked(params, filters),
		by: oneOf<By>(params, 'by', BY, 'agency'),
		at: yearOf(params, 'at'),
		stat: oneOf<GroupMeasure>(params, 'stat', GROUP_MEASURES, 'total'),
		rank: oneOf<SeriesRank>(params, 'rank', RANKS, 'value'),
		order: oneOf<Direction>(params, 'order', DIRECTIONS, 'desc'),
		axis: oneOf<Axis>(params, 'axis', AXES, 'own'),
		find: params.get('find')?.trim().slice(0, 60) || null
	};
}
