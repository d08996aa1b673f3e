import { json } from '@sveltejs/kit';
import { failureOf } from '$lib/server/failure';
import type { RequestHandler } from './$types';

/** 200 with the snapshot that is served, or the failure that keeps it from being served. */
export const GET: RequestHandler = async ({ locals }) => {
	const headers = { 'cache-control': 'no-store' };
	try {
		const database = await locals.database();
		await database.rows('SELECT true');
		const { id, counts } = database.snapshot;
		return json({ status: 'ok', snapshot: id, counts }, { headers });
	} catch (error) {
		const failure = failureOf(error, 500, locals.language);
		return json({ status: 'failed', error: failure }, { status: failure.status, headers });
	}
};
