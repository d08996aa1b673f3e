import { DataType, type Field, type Schema } from 'apache-arrow';

/** The database's name for an Arrow type of the tables' schemas. */
export function columnType(type: DataType): string {
	if (DataType.isUtf8(type)) return 'VARCHAR';
	if (DataType.isBinary(type)) return 'BLOB';
	if (DataType.isBool(type)) return 'BOOLEAN';
	if (DataType.isDate(type)) return 'DATE';
	if (DataType.isDecimal(type)) {
		return `DECIMAL(${type.precision},${type.scale})`;
	}
	if (DataType.isInt(type)) {
		if (type.bitWidth === 64) return 'BIGINT';
		return type.isSigned ? 'INTEGER' : 'UTINYINT';
	}
	throw new RangeError(`no column type for Arrow’s type ${type.typeId}`);
}

/** A name as SQL writes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL writes it; for file names of the store, never for anything a user wrote. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Columns as CREATE TABLE wants them: names with their types. */
export const columnList = (fields: readonly Field[]) =>
	fields.map((field) => `${quoted(field.name)} ${columnType(field.type as DataType)}`).join(', ');

/** The names of a schema's columns, as SELECT wants them. */
export const columnNames = (schema: Schema) =>
	schema.fields.map(({ name }) => quoted(name)).join(', ');

/** The statement that makes an empty table of a schema. */
export const createTable = (name: string, schema: Schema) =>
	`CREATE TABLE ${name} (${columnList(schema.fields)})`;
