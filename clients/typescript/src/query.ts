/** Writes a query as the server reads it: nested members and items in brackets, `email[$in][0]=a`. */
export function bracketed(query: Record<string, unknown>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => pairs(name, value))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
}

function pairs(name: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  if (value === null) return [[name, ""]];
  if (value instanceof Date) return [[name, value.toISOString()]];
  if (Array.isArray(value) && value.length === 0) return [[name, ""]]; // the empty set, not "no condition"
  if (typeof value === "object") return Object.entries(value).flatMap(([member, inner]) => pairs(`${name}[${member}]`, inner));
  return [[name, String(value)]];
}
