using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

// The provider can order nulls as SQLite does, but has no public switch for it.
#pragma warning disable EF1001

/// <summary>Ascending order puts nulls first and descending last, as SQLite does; an index made in that order serves both directions.</summary>
internal sealed class NullsFirst(
    QuerySqlGeneratorDependencies dependencies,
    IRelationalTypeMappingSource types,
    INpgsqlSingletonOptions options
) : IQuerySqlGeneratorFactory
{
    public QuerySqlGenerator Create() =>
        new NpgsqlQuerySqlGenerator(dependencies, types, reverseNullOrderingEnabled: true, options.PostgresVersion);
}
