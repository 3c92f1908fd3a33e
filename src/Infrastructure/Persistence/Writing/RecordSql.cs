using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>Writes the statements on one table of records. What changes a row finds it by organization and id, the first values, and answers with its id.</summary>
internal sealed class RecordSql(IEntityType type, IReadOnlyList<RecordColumn> columns, Dialect dialect, ISqlGenerationHelper names)
{
    // What is written once has no version.
    private readonly IReadOnlyList<RecordColumn> key =
    [
        .. new[] { nameof(Record.OrganizationId), nameof(Record.Id), nameof(Record.Version) }.SelectMany(name =>
            columns.Where(column => column.Property.Name == name)
        ),
    ];

    /// <summary>Reads columns of one record.</summary>
    public Statement Select(IEnumerable<RecordColumn> read) =>
        new($"SELECT {List(read.Select(Name))} FROM {Table} WHERE {Own}", Binders(key.Take(2)));

    /// <summary>Adds a record with these columns.</summary>
    public Statement Insert(IReadOnlyList<RecordColumn> written) =>
        new(
            $"INSERT INTO {Table} ({List(written.Select(Name))}) VALUES ({List(written.Select((_, i) => $"${i + 1}"))}) RETURNING {Id}",
            Binders(written)
        );

    /// <summary>Changes these columns, if the version is still the third value.</summary>
    public Statement Update(IReadOnlyList<RecordColumn> written) =>
        new(
            $"UPDATE {Table} SET {List(written.Select((column, i) => $"{Name(column)} = ${i + 1 + key.Count}"))} WHERE {Unchanged} RETURNING {Id}",
            Binders(key.Concat(written))
        );

    /// <summary>Removes a record, if its version is still the third value.</summary>
    public Statement Delete() => new($"DELETE FROM {Table} WHERE {Unchanged} RETURNING {Id}", Binders(key));

    private string Table => names.DelimitIdentifier(type.GetTableName()!);

    private string Id => Name(key[1]);

    private string Own => $"{Name(key[0])} = $1 AND {Id} = $2";

    private string Unchanged => key is [_, _, var version] ? $"{Own} AND {Name(version)} = $3" : Own;

    private string Name(RecordColumn column) => names.DelimitIdentifier(column.Name);

    private IReadOnlyList<ValueBinder> Binders(IEnumerable<RecordColumn> bound) =>
        [.. bound.Select(column => dialect.BindOne(column.Mapping))];

    private static string List(IEnumerable<string> parts) => string.Join(", ", parts);
}
