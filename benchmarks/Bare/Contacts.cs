using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace AchieveApex.Bare;

/// <summary>The least that reads and writes contacts: one prepared statement an answer, or two in one round trip.</summary>
internal sealed class Contacts(NpgsqlDataSource database, TimeProvider clock, long organization, long user, long key)
{
    private const int PageSize = 25;

    private const string Columns = """
        id, organization_id, first_name, last_name, email, phone, phone_e164, job_title, company_name, company_id, lifecycle_stage,
        lead_source, lead_score, do_not_contact, owner_id, external_id, custom_fields, version, created_at, created_by_user_id, created_by_api_key_id,
        updated_at, updated_by_user_id, updated_by_api_key_id
        """;

    private const string One = $"SELECT {Columns} FROM contacts WHERE organization_id = $1 AND id = $2";
    private const string Newest = $"SELECT {Columns} FROM contacts WHERE organization_id = $1 ORDER BY id DESC LIMIT 25";
    private const string Total = "SELECT count(*) FROM contacts WHERE organization_id = $1";

    private const string Filtered = $"""
        SELECT {Columns} FROM contacts WHERE organization_id = $1 AND lifecycle_stage = $2 ORDER BY updated_at DESC, id DESC LIMIT 25
        """;

    private const string InsertRow = $$"""
        INSERT INTO contacts (organization_id, first_name, last_name, email, email_key, phone, phone_e164, job_title, company_name,
            lifecycle_stage, lead_score, search_text, custom_fields, version, created_at, created_by_user_id, created_by_api_key_id, updated_at,
            updated_by_user_id, updated_by_api_key_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '{}', 1, $13, $14, $15, $13, $14, $15)
        RETURNING {{Columns}}
        """;

    private const string UpdateRow = $"""
        UPDATE contacts SET job_title = $3, lead_score = $4, version = version + 1, updated_at = $5, updated_by_user_id = $6,
            updated_by_api_key_id = $7
        WHERE organization_id = $1 AND id = $2 AND version = $8
        RETURNING {Columns}
        """;

    private const string Overwrite = $"""
        UPDATE contacts SET job_title = COALESCE($3, job_title), lead_score = COALESCE($4, lead_score), version = version + 1,
            updated_at = $5, updated_by_user_id = $6, updated_by_api_key_id = $7
        WHERE organization_id = $1 AND id = $2
        RETURNING {Columns}
        """;

    private static readonly string Insert = ContactEvent.With(InsertRow, Columns, "contact.created", next: 16);
    private static readonly string Update = ContactEvent.With(UpdateRow, Columns, "contact.updated", next: 9);

    public async Task<Contact?> Get(long id, CancellationToken cancellationToken)
    {
        await using var command = Command(One, Parameter(organization), Parameter(id));
        return await Single(command, cancellationToken);
    }

    public async Task<ContactPage> List(bool withTotal, CancellationToken cancellationToken)
    {
        if (!withTotal)
        {
            await using var command = Command(Newest, Parameter(organization));
            await using var page = await command.ExecuteReaderAsync(cancellationToken);
            return new(null, PageSize, 0, await Many(page, cancellationToken));
        }

        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(Newest) { Parameters = { Parameter(organization) } });
        batch.BatchCommands.Add(new(Total) { Parameters = { Parameter(organization) } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var contacts = await Many(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt64(0), PageSize, 0, contacts);
    }

    public async Task<ContactPage> ListOf(string stage, CancellationToken cancellationToken)
    {
        await using var command = Command(Filtered, Parameter(organization), Parameter(stage));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return new(null, PageSize, 0, await Many(reader, cancellationToken));
    }

    public async Task<Contact?> Create(ContactInput input, CancellationToken cancellationToken)
    {
        await using var command = Command(
            Insert,
            Parameter(organization),
            Parameter(input.FirstName),
            Parameter(input.LastName),
            Parameter(input.Email),
            Parameter(input.Email?.ToLowerInvariant()),
            Parameter(input.Phone),
            Parameter(input.Phone?.Replace(" ", "", StringComparison.Ordinal)),
            Parameter(input.JobTitle),
            Parameter(input.CompanyName),
            Parameter(input.LifecycleStage),
            Parameter(input.LeadScore),
            Parameter(WordsOf(input)),
            Parameter(Now()),
            Parameter(user),
            Parameter(key),
            Parameter(Request()),
            Parameter(ContactEvent.Changes(input))
        );
        return await Single(command, cancellationToken);
    }

    /// <summary>Merges two fields into the contact as it is, and keeps that if nobody else was faster.</summary>
    public async Task<Contact?> Patch(long id, JsonElement patch, CancellationToken cancellationToken)
    {
        if (await Get(id, cancellationToken) is not { } contact)
            return null;

        var title = patch.TryGetProperty("job_title", out var givenTitle) ? givenTitle.GetString() : contact.JobTitle;
        int? score =
            !patch.TryGetProperty("lead_score", out var givenScore) ? contact.LeadScore
            : givenScore.ValueKind == JsonValueKind.Null ? null
            : givenScore.GetInt32();
        await using var command = Command(
            Update,
            Parameter(organization),
            Parameter(id),
            Parameter(title),
            Parameter(score),
            Parameter(Now()),
            Parameter(user),
            Parameter(key),
            Parameter(contact.Version),
            Parameter(Request()),
            Parameter(ContactEvent.Changes(contact, title, score))
        );
        return await Single(command, cancellationToken);
    }

    /// <summary>Writes two fields over the contact's without a look at it: none can be taken away.</summary>
    public async Task<Contact?> OverwriteWith(long id, ContactInput input, CancellationToken cancellationToken)
    {
        await using var command = Command(
            Overwrite,
            Parameter(organization),
            Parameter(id),
            Parameter(input.JobTitle),
            Parameter(input.LeadScore),
            Parameter(Now()),
            Parameter(user),
            Parameter(key)
        );
        return await Single(command, cancellationToken);
    }

    private static string Request() => Guid.NewGuid().ToString("N");

    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return new(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    // As many words as the real program keeps for its search, so that the index has as much to do.
    private string WordsOf(ContactInput input) =>
        $"\u00a4{organization} {input.FirstName} {input.LastName} {input.Email?.Replace('@', ' ')} {input.Phone} {input.JobTitle} {input.CompanyName} {input.LifecycleStage}".ToLowerInvariant();

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);

        return command;
    }

    private static NpgsqlParameter<long> Parameter(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<DateTimeOffset> Parameter(DateTimeOffset value) => new() { TypedValue = value };

    private static NpgsqlParameter Parameter(int? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = value ?? (object)DBNull.Value };

    private static NpgsqlParameter Parameter(string? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Text, Value = value ?? (object)DBNull.Value };

    private static async Task<Contact?> Single(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    private static async Task<List<Contact>> Many(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var contacts = new List<Contact>(PageSize);
        while (await reader.ReadAsync(cancellationToken))
            contacts.Add(Read(reader));

        return contacts;
    }

    private static Contact Read(NpgsqlDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetInt64(1),
            Text(row, 2),
            Text(row, 3),
            Text(row, 4),
            Text(row, 5),
            Text(row, 6),
            Text(row, 7),
            Text(row, 8),
            Number(row, 9),
            Text(row, 10),
            Text(row, 11),
            row.IsDBNull(12) ? null : row.GetInt32(12),
            row.IsDBNull(13) ? null : row.GetBoolean(13),
            Number(row, 14),
            Text(row, 15),
            JsonElement.Parse(row.GetString(16)),
            row.GetInt64(17),
            row.GetFieldValue<DateTimeOffset>(18),
            Number(row, 19),
            Number(row, 20),
            row.GetFieldValue<DateTimeOffset>(21),
            Number(row, 22),
            Number(row, 23)
        );

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
