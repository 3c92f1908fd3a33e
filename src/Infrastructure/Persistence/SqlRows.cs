using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>
/// Reads rows by SQL that is written out: on EF Core's connection and through its interceptors, but without its query pipeline, which takes a
/// quarter of the start to come to life and stays in memory.
/// </summary>
internal static class SqlRows
{
    /// <summary>The one column of each row, all of them.</summary>
    public static Task<IReadOnlyList<T>> Read<T>(this AchieveApexDb db, string sql, object[] values, CancellationToken cancellationToken) =>
        db.Read(sql, row => row.GetFieldValue<T>(0), values, cancellationToken);

    /// <summary>Something made of each row, all of them.</summary>
    public static async Task<IReadOnlyList<T>> Read<T>(
        this AchieveApexDb db,
        string sql,
        Func<DbDataReader, T> make,
        object[] values,
        CancellationToken cancellationToken
    )
    {
        List<T> rows = [];
        await foreach (var row in Rows(db, sql, make, values, cancellationToken))
            rows.Add(row);
        return rows;
    }

    /// <summary>The one column of each row, one after the other.</summary>
    /// <param name="db">Whose transaction, if one is open, is read in.</param>
    /// <param name="sql">With <c>{0}</c> in the place of the first value, and so on.</param>
    /// <param name="values">None of them is ever written into the SQL.</param>
    public static IAsyncEnumerable<T> Rows<T>(this AchieveApexDb db, string sql, object[] values, CancellationToken cancellationToken) =>
        Rows(db, sql, row => row.GetFieldValue<T>(0), values, cancellationToken);

    private static async IAsyncEnumerable<T> Rows<T>(
        AchieveApexDb db,
        string sql,
        Func<DbDataReader, T> make,
        object[] values,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var command = db.GetService<IRawSqlCommandBuilder>().Build(sql, values, db.Model);
        var call = new RelationalCommandParameterObject(
            db.GetService<IRelationalConnection>(),
            command.ParameterValues,
            readerColumns: null,
            db,
            db.GetService<IRelationalCommandDiagnosticsLogger>(),
            CommandSource.FromSqlQuery
        );
        await using var reader = await command.RelationalCommand.ExecuteReaderAsync(call, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return make(reader.DbDataReader);
    }
}
