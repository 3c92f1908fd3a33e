using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Enums are kept as they are written on the wire.</summary>
internal static class EnumText
{
    /// <summary>Said before the properties are found, for which EF would otherwise look for a number to keep each as.</summary>
    public static void Map(ModelConfigurationBuilder configuration)
    {
        foreach (var type in typeof(Record).Assembly.GetTypes().Where(type => type.IsEnum))
            configuration.Properties(type).HaveConversion(typeof(Converter<>).MakeGenericType(type));
    }

    /// <summary>What a name that is kept stands for.</summary>
    public static T Value<T>(string name)
        where T : struct, Enum => Converter<T>.Value(name);

    /// <summary>As a type, for the compiled models.</summary>
    internal sealed class Converter<T>() : ValueConverter<T, string>(value => Name(value), name => Value(name))
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Names = Enum.GetValues<T>()
            .ToDictionary(value => value, value => WireFormat.NameOf(value.ToString()));
        private static readonly Dictionary<string, T> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

        private static string Name(T value) => Names[value];

        public static T Value(string name) => Values[name];
    }
}
