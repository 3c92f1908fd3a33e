using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>
/// Tells PostgreSQL whose rows may be seen, for its row-level security: with <c>BEGIN</c> for a transaction, and in the same round trip
/// as the command for a read outside of one.
/// </summary>
internal sealed class OrganizationSession : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const string Parameter = "organization_of_session";
    private const string Read = $"SELECT set_config('app.organization_id', @{Parameter}, true);\n";
    private const string Begin = $"SELECT set_config('app.organization_id', @{Parameter}, true)";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.Transaction is null && OrganizationOf(eventData) is { } organization)
        {
            // EF would take the row of the organization for the one that was changed, and miss that somebody else was faster.
            if (eventData.CommandSource == CommandSource.SaveChanges && !command.CommandText.StartsWith("INSERT", StringComparison.Ordinal))
                throw new InvalidOperationException("Records are changed and removed in a transaction.");

            command.CommandText = Read + command.CommandText;
            AddParameter(command, organization);
        }

        return ValueTask.FromResult(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.CommandText.StartsWith(Read, StringComparison.Ordinal))
            await result.NextResultAsync(cancellationToken);

        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        if (OrganizationOf(eventData) is { } organization)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (Begin, result);
            AddParameter(command, organization);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }

    // Only the shared tables of organizations and users are reached before an organization was entered.
    private static string? OrganizationOf(DbContextEventData eventData) =>
        eventData.Context is AchieveApexDb { Scope.IsEntered: true } db ? db.OrganizationId.ToString(CultureInfo.InvariantCulture) : null;

    private static void AddParameter(DbCommand command, string organization)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (Parameter, organization);
        command.Parameters.Add(parameter);
    }
}
