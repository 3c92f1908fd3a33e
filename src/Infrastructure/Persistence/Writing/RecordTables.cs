using System.Collections.Concurrent;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>The tables of all kinds of records, made from the model of the database that is used.</summary>
/// <param name="dialect">How that database writes.</param>
/// <param name="open">Makes a context, for its model.</param>
internal sealed class RecordTables(Dialect dialect, Func<DbContext> open)
{
    private readonly ConcurrentDictionary<Type, RecordTable> tables = new();

    public RecordTable<T> Of<T>()
        where T : Record =>
        (RecordTable<T>)(tables.TryGetValue(typeof(T), out var table) ? table : tables.GetOrAdd(typeof(T), _ => Make<T>()));

    private RecordTable<T> Make<T>()
        where T : Record
    {
        using var db = open();
        return new(db.Model.FindEntityType(typeof(T))!, dialect, db.GetService<ISqlGenerationHelper>());
    }
}
