import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LIMITS } from '../../src/lib/limits.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A port that another program holds, or that the system does not give. */
export class PortTaken extends Error {}

function listen(server: Server, host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') reject(error);
			else reject(new PortTaken(`${host}:${port}`, { cause: error }));
		});
		server.listen(port, host, resolve);
	});
}

/** Fails at once where the port cannot be had, before anything is built. */
export async function tryPort(host: string, port: number): Promise<void> {
	const server = createServer();
	await listen(server, host, port);
	await new Promise((resolve) => server.close(resolve));
}

/**
 * The built pages as a request handler. The adapter takes every request for https unless a header
 * says otherwise, and would then refuse the forms of a plain http page as another origin’s.
 */
async function builtHandler(build: string): Promise<Handler> {
	process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
	process.env.BODY_SIZE_LIMIT ??= String(LIMITS.checkFormBytes);
	const module = (await import(pathToFileURL(resolve(build, 'handler.js')).href)) as {
		handler: Handler;
	};
	return (request, response) => {
		request.headers['x-forwarded-proto'] ??= 'http';
		module.handler(request, response);
	};
}

/**
 * Stops at a signal, and when the shell that started the program is gone: npm passes a signal on to
 * its shell alone, which ends without passing it further.
 */
function stopWhenTold(server: Server): void {
	const stop = () => {
		server.close(() => process.exit(0));
		server.closeIdleConnections();
		// A download under way gets a moment to end.
		setTimeout(() => process.exit(0), 2_000).unref();
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
	if (process.env.npm_lifecycle_event === undefined) return;
	const shell = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(watch);
		stop();
	}, 500);
}

/** Serves a build until the process is told to stop. Gives the address to open in a browser. */
export async function serve(build: string, host: string, port: number): Promise<string> {
	const server = createServer(await builtHandler(build));
	await listen(server, host, port);
	stopWhenTold(server);
	const { port: actual } = server.address() as AddressInfo;
	const name = ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host;
	return `http://${name.includes(':') ? `[${name}]` : name}:${actual}`;
}
