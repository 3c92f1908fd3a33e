using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Writing;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>Writes what became of a record's fields.</summary>
internal static class ChangesText
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <param name="columns">Those that are told.</param>
    /// <param name="before">Null of a new record.</param>
    /// <param name="after">Null of one that is removed.</param>
    public static string Of(IReadOnlyList<RecordColumn> columns, Record? before, Record? after)
    {
        buffer ??= new();
        writer ??= new(buffer, Relaxed);
        buffer.ResetWrittenCount(); // whoever failed in the middle left something behind
        writer.Reset(buffer);
        writer.WriteStartObject();
        foreach (var column in columns)
        {
            var (from, to) = (before is null ? null : column.ValueOf(before), after is null ? null : column.ValueOf(after));
            if (!(before is null || after is null ? IsNothing(from) && IsNothing(to) : column.AreEqual(from, to)))
                Write(writer, column, before is not null, from, after is not null, to);
        }

        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool IsNothing(object? value) => value is null or CustomValues { Count: 0 };

    private static void Write(Utf8JsonWriter writer, RecordColumn column, bool hasFrom, object? from, bool hasTo, object? to)
    {
        writer.WriteStartObject(WireFormat.NameOf(column.Property.Name));
        if (hasFrom)
            Write(writer, "from", from);
        if (hasTo)
            Write(writer, "to", to);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        if (value is null)
            writer.WriteNullValue();
        else
            JsonSerializer.Serialize(writer, value, value.GetType(), WireFormat.Options);
    }
}
