using System.Text.Json;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>A value kept as JSON in one column.</summary>
internal sealed class JsonText<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text))
{
    public static string Write(T value) => JsonSerializer.Serialize(value, WireFormat.Options);

    // Most values are empty, and that is seen without reading.
    public static T Read(string text) =>
        text == "{}" && typeof(T) == typeof(CustomValues)
            ? (T)(object)new CustomValues()
            : JsonSerializer.Deserialize<T>(text, WireFormat.Options)!;
}

/// <summary>Two such values are equal when their JSON is.</summary>
internal sealed class JsonTextComparer<T>()
    : ValueComparer<T>(
        (a, b) => JsonText<T>.Write(a!) == JsonText<T>.Write(b!),
        value => JsonText<T>.Write(value).GetHashCode(StringComparison.Ordinal),
        value => value
    );
