using System.Text.RegularExpressions;
using AchieveApex.Application.Contacts;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Reading;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AchieveApex.Lists;

/// <summary>A PostgreSQL of its own with the contacts of many organizations, and the program on it.</summary>
internal sealed partial class Stage : IAsyncDisposable
{
    private readonly PostgresServer server;
    private readonly string database;
    private readonly PostgresApi api;
    private ManyOrganizations crowd = null!;

    private Stage(PostgresServer server, string database)
    {
        (this.server, this.database) = (server, database);
        api = PostgresApi.On(
            database,
            services =>
                services.AddSingleton<IRowReader>(provider => Reader = new(ActivatorUtilities.CreateInstance<PostgresRowReader>(provider)))
        );
    }

    /// <summary>What the program reads by, once it has read.</summary>
    public ExplainingReader Reader { get; private set; } = null!;

    /// <summary>A caller of the large organization.</summary>
    public Tenant Large { get; private set; } = null!;

    /// <summary>The index that the function behind <c>$search</c> reads. It is not in the plan of the statement that calls it.</summary>
    public string SearchIndex { get; private set; } = "";

    public static async Task<Stage> Set(Plan plan)
    {
        var server = await PostgresServer.Start();
        var stage = new Stage(server, await server.CreateDatabase());
        try
        {
            await stage.Fill(plan);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>The fields by which contacts can be listed, and what an index does for each.</summary>
    public Task<Dictionary<string, IndexUse>> Fields() =>
        api.Do(services =>
        {
            var indexes = services.GetRequiredService<IIndexedFields>();
            var contacts = services.GetRequiredService<RequestCatalog>().All.Single(request => request.Type == typeof(ListContacts));
            return Task.FromResult(
                contacts.Query!.Fields.ToDictionary(field => field.Name, field => indexes.Of(contacts.Record!, field.Property))
            );
        });

    /// <summary>A value in a field, so far from the smallest.</summary>
    public async Task<string> Value(string field, double part) => Uri.EscapeDataString(await crowd.Value(database, field, part));

    private async Task Fill(Plan plan)
    {
        await api.InitializeAsync();
        Large = await api.NewTenant();
        crowd = new(Large.OrganizationId, plan.Large, plan.Organizations - 1, plan.Contacts - plan.Large);
        await Console.Error.WriteLineAsync($"Making {plan.Contacts:N0} contacts …");
        await crowd.Make(database);

        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT prosrc FROM pg_proc WHERE proname = 'search_contacts'", connection);
        command.CommandText =
            $"EXPLAIN {((string)(await command.ExecuteScalarAsync())!).Replace("wanted", "'''grace'':*'", StringComparison.Ordinal)}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync() && SearchIndex.Length == 0)
            SearchIndex = WordIndex().Match(reader.GetString(0)).Groups[1].Value;
    }

    [GeneratedRegex(@"Bitmap Index Scan on (\w+_search)")]
    private static partial Regex WordIndex();
}
