using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;
using AchieveApex.Support.OpenApi;
using AchieveApex.Support.Querying;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>A field that a list is filtered by, and the operators that the document gives it.</summary>
internal sealed record FilteredField(Schema Value, ModelField Field, IReadOnlyList<string> Operators)
{
    private const string Nothing = "";

    /// <summary>None for a parameter that is no field.</summary>
    public static FilteredField? Of(Description document, JsonElement parameter)
    {
        var name = parameter.GetProperty("name").GetString()!;
        if (name.StartsWith('$'))
            return null;

        // A field's schema is anyOf: values that it may equal, no value where that can be asked for, then an object of operators.
        var forms = document.Follow(parameter.GetProperty("schema")).GetProperty("anyOf").EnumerateArray().ToList();
        var value = new Schema(document, forms[0]);
        var field = new ModelField(name, KindOf(value), forms.Count > 2, []);
        return new(value, field, [Nothing, .. new Schema(document, forms[^1]).Properties.Keys]);
    }

    /// <summary>What stands in the field of a record, as the oracle reads it.</summary>
    public object? In(JsonObject record) => record[Field.Name] is JsonValue value ? Read(value) : null;

    /// <summary>Tests of every operator with a value that records have, with one that none has, and with none.</summary>
    public IEnumerable<ModelTest> Tests(IEnumerable<JsonObject> records)
    {
        var had = records.Select(In).OfType<object>().Distinct().ToList();
        var other = Other(had);
        var own = had.Count == 0 ? other : had[had.Count / 2];
        return Operators.SelectMany(name => Operands(name, own, other).Select(operands => new ModelTest(Field, name, operands)));
    }

    private IEnumerable<object?[]> Operands(string name, object own, object other) =>
        name switch
        {
            "$in" => Field.IsNullable
                ?
                [
                    [own, other],
                    [null],
                ]
                :
                [
                    [own, other],
                ],
            "$nin" => Field.IsNullable
                ?
                [
                    [own, null],
                ]
                :
                [
                    [own, other],
                ],
            Nothing => Field.IsNullable
                ?
                [
                    [own],
                    [other],
                    [null],
                ]
                :
                [
                    [own],
                    [other],
                ],
            "$ne" => Field.IsNullable
                ?
                [
                    [own],
                    [null],
                ]
                :
                [
                    [own],
                ],
            "$ilike" =>
            [
                ["%" + $"{own}"[^2..].ToUpperInvariant()],
            ],
            "$like" or "$notlike" =>
            [
                [$"{own}"[..2] + "%"],
            ],
            _ =>
            [
                [own],
            ],
        };

    private object Other(List<object> had) =>
        Field.Kind switch
        {
            ValueKind.Whole => had.Count == 0 ? 1L : (long)had.Max()! + 1,
            ValueKind.Number => had.Count == 0 ? 1.5m : (decimal)had.Max()! + 0.25m,
            ValueKind.Flag => !had.Contains(true),
            ValueKind.Time => had.Count == 0 ? DateTimeOffset.UnixEpoch : ((DateTimeOffset)had.Max()!).AddSeconds(1),
            ValueKind.Choice => Names.Except(had).FirstOrDefault() ?? Names[0],
            _ => Value.Format == "date" ? "2000-02-29" : "zzzz",
        };

    private List<string> Names => [.. Value.Values.Select(name => JsonElement.Parse(name).GetString()!)];

    private object? Read(JsonValue value) =>
        Field.Kind switch
        {
            ValueKind.Whole => value.GetValue<long>(),
            ValueKind.Number => value.GetValue<decimal>(),
            ValueKind.Flag => value.GetValue<bool>(),
            ValueKind.Time => value.GetValue<DateTimeOffset>(),
            _ => value.GetValue<string>(),
        };

    // A day is compared as the text that it is written as.
    private static ValueKind KindOf(Schema value) =>
        (value.Type, value.Format) switch
        {
            _ when value.Values.Count > 0 => ValueKind.Choice,
            ("integer", _) => ValueKind.Whole,
            ("number", _) => ValueKind.Number,
            ("boolean", _) => ValueKind.Flag,
            (_, "date-time") => ValueKind.Time,
            _ => ValueKind.Text,
        };
}
