using System.Text;
using System.Text.Json;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>Makes bodies out of schemas: fit, just out of bounds, of another type, or no JSON at all.</summary>
internal sealed class MalformedBodies(Random random)
{
    private const int Depth = 6;

    public byte[] Of(Schema? schema)
    {
        var text = schema is null || OneIn(12) ? Pick(Odd.Bodies) : Value(schema, 0);
        return OneIn(15) ? Broken(Encoding.UTF8.GetBytes(text)) : Encoding.UTF8.GetBytes(text);
    }

    private string Value(Schema schema, int depth)
    {
        schema = Pick(schema.Alternatives);
        if (depth > 0 && OneIn(5))
            return Wrong(schema);
        if (depth > 0 && schema.IsNullable && OneIn(6) || depth > Depth)
            return "null";
        if (schema.Values.Count > 0)
            return Pick(schema.Values);

        return schema.Type switch
        {
            "string" => Text(schema),
            "integer" => $"{random.NextInt64(schema.Bound("minimum") ?? 0, schema.Bound("maximum") ?? 1_000)}",
            "number" => $"{random.Next(1000)}.5",
            "boolean" => OneIn(2) ? "true" : "false",
            "array" => Array(schema, depth),
            _ => Object(schema, depth),
        };
    }

    private string Wrong(Schema schema) =>
        random.Next(6) switch
        {
            0 => Pick(Odd.Values),
            1 => Pick(Odd.Texts),
            2 when schema.Bound("maxLength") is { } length and < 10_000 => Quoted(
                new string(OneIn(2) ? 'x' : 'é', (int)length + random.Next(2))
            ),
            2 => Quoted(new string('x', random.Next(20_000))),
            3 when schema.Bound("maximum") is { } most and < long.MaxValue => $"{most + 1}",
            3 when schema.Bound("minimum") is { } least and > long.MinValue => $"{least - 1}",
            3 when schema.Bound("maxItems") is { } items and < 1_000 => $"[{string.Join(',', Enumerable.Repeat("\"a\"", (int)items + 1))}]",
            4 => Nested(random.Next(1, 80)),
            _ => Pick(Odd.Texts),
        };

    private string Text(Schema schema) =>
        schema.Format switch
        {
            "date" => Quoted($"20{random.Next(10, 99)}-0{random.Next(1, 9)}-1{random.Next(9)}"),
            "date-time" => Quoted($"20{random.Next(10, 99)}-0{random.Next(1, 9)}-1{random.Next(9)}T10:00:00Z"),
            "email" => Quoted($"{random.Next():x}@example.com"),
            "uri" => Quoted($"https://{random.Next():x}.example.com"),
            _ => Quoted(
                new string([
                    .. Enumerable
                        .Range(0, random.Next(1, (int)Math.Min(schema.Bound("maxLength") ?? 12, 12)))
                        .Select(_ => (char)random.Next('a', 'z')),
                ])
            ),
        };

    private string Array(Schema schema, int depth) =>
        schema.Items is { } item ? $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(item, depth + 1)))}]" : "[]";

    private string Object(Schema schema, int depth)
    {
        var members = schema
            .Properties.Where(_ => !OneIn(3))
            .Select(property => $"{Quoted(property.Key)}:{Value(property.Value, depth + 1)}")
            .ToList();
        if (OneIn(8))
            members.Add($"\"{Pick(Odd.Names)}\":{Pick(Odd.Values)}");
        if (OneIn(20) && members.Count > 0)
            members.Add(members[0]);
        return $"{{{string.Join(',', members)}}}";
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private byte[] Broken(byte[] bytes) =>
        random.Next(6) switch
        {
            0 => bytes[..random.Next(bytes.Length + 1)],
            1 => [.. bytes, .. bytes],
            2 => [0xEF, 0xBB, 0xBF, .. bytes],
            3 => [.. bytes.Take(bytes.Length / 2), 0xFF, .. bytes.Skip(bytes.Length / 2)],
            4 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)),
            _ => [.. bytes.Select(one => OneIn(20) ? (byte)random.Next(256) : one)],
        };

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private bool OneIn(int n) => random.Next(n) == 0;

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
