using System.Globalization;
using Npgsql;

namespace AchieveApex.Support;

/// <summary>
/// Contacts of many organizations, made by PostgreSQL itself: one organization is large, the others are alike. They come in turns, as they
/// would in life, so that neighbours in the table belong to different organizations.
/// </summary>
/// <param name="Large">The large organization, which is there already.</param>
/// <param name="InLarge">How many contacts it gets.</param>
/// <param name="Others">How many organizations are made beside it.</param>
/// <param name="InOthers">How many contacts they get together.</param>
public sealed record ManyOrganizations(long Large, int InLarge, int Others, int InOthers)
{
    private const int Sellers = 40;

    // Twice: a reader who came before all was there keeps the first from telling that everybody sees everything.
    private const string Vacuum = "VACUUM (ANALYZE) contacts, companies";

    // Whoever has the same name, seller or stage is spread over the whole table, and numbers tell nothing of age: a prime turns them over.
    private const string Contacts = """
        INSERT INTO contacts (organization_id, first_name, last_name, email, email_key, company_id, lifecycle_stage, lead_source, lead_score,
            do_not_contact, owner_id, external_id, search_text, version, custom_fields, created_at, updated_at)
        SELECT organization_id, first_name, last_name, email, lower(email), company_id, stage, source, n % 101, n % 17 = 0,
            owner_id, CASE WHEN n % 2 = 0 THEN 'crm-' || number END,
            concat_ws(' ', '¤' || organization_id, lower(first_name), lower(last_name), 'crm', number), 1, '{}', created, created + n % 9973 * interval '1 minute'
        FROM crowd JOIN firms USING (organization_id)
        CROSS JOIN (SELECT
            string_to_array('Ada Alan Alice Amir Anna Boris Carla Chen Dana David Elif Emma Erik Farah Felix Grace Hana Hugo Ines Ivan Jane Jonas Kofi Lara Leo Lina Marta Max Mei Nadia Noah Olga Omar Paul Petra Rosa Sara Tariq Vera Yuki', ' ') AS firsts,
            string_to_array('Ash Black Brad Cart Dal East Fair Gold Har Kings Lang Marsh New Oak Pem Rock Sher Strat Wal Whit', ' ') AS beginnings,
            string_to_array('berg bourne bridge brook burn by croft dale don field ford ham hurst ley man ridge shaw son stone ton wick wood worth', ' ') AS ends,
            ARRAY['subscriber', 'lead', 'opportunity', 'customer', 'other'] AS stages,
            ARRAY['website', 'referral', 'campaign', 'import'] AS sources,
            (SELECT array_agg(id) FROM users WHERE email LIKE 'seller%') AS sellers
        ) names
        CROSS JOIN LATERAL generate_series(1, contacts) n
        CROSS JOIN LATERAL (SELECT n::bigint * 7919 % 1000003 AS number) numbers
        CROSS JOIN LATERAL (SELECT
            firsts[1 + n % 40] AS first_name,
            CASE WHEN n % 20 > 0 THEN beginnings[1 + n / 3 % 20] || ends[1 + n / 11 % 23] END AS last_name,
            CASE WHEN n % 10 > 0 THEN lower(firsts[1 + n % 40]) || '.' || number || '@example.com' END AS email,
            CASE WHEN n % 5 > 1 THEN first_firm + n / 3 % firm_count END AS company_id,
            CASE WHEN n % 200 = 7 THEN 'evangelist' WHEN n % 10 > 0 THEN stages[1 + n / 7 % 5] END AS stage,
            CASE WHEN n % 3 > 0 THEN sources[1 + n % 4] END AS source,
            CASE WHEN n % 9 > 0 THEN sellers[1 + n / 5 % cardinality(sellers)] END AS owner_id,
            date_trunc('milliseconds', timestamptz '2024-01-01Z' + n::float8 / contacts * interval '700 days') AS created
        ) made
        ORDER BY n::float8 / contacts, organization_id;
        """;

    /// <summary>Makes them, and lets PostgreSQL look at what it has.</summary>
    public async Task Make(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var sql in new[] { Organizations, Contacts, Vacuum, Vacuum })
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3_600 };
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>A value of the large organization's contacts: so great a part of those that have one in the column have a smaller one.</summary>
    public async Task<string> Value(string connectionString, string column, double part)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            SELECT to_json(percentile_disc($2) WITHIN GROUP (ORDER BY {column})) #>> ARRAY[]::text[]
            FROM contacts WHERE organization_id = $1 AND {column} IS NOT NULL
            """,
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Large });
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = part });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private string Organizations =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            CREATE TEMP TABLE crowd AS SELECT {{Large}}::bigint AS organization_id, {{InLarge}} AS contacts;
            WITH made AS (
                INSERT INTO organizations (name, created_at) SELECT 'Organization ' || n, now() FROM generate_series(1, {{Others}}) n RETURNING id
            )
            INSERT INTO crowd SELECT id, {{InOthers / Math.Max(Others, 1)}} FROM made;
            INSERT INTO roles (organization_id, name, permissions, is_system, version, custom_fields, created_at, updated_at)
                SELECT organization_id, 'seller', '[]', false, 1, '{}', now(), now() FROM crowd;
            INSERT INTO users (email, email_key, is_disabled, created_at)
                SELECT email, email, false, now() FROM generate_series(1, {{Sellers}}) n, concat('seller', n, '@example.com') email;
            INSERT INTO members (organization_id, user_id, role_id, status, version, custom_fields, created_at, updated_at)
                SELECT organization_id, users.id, roles.id, 'active', 1, '{}', now(), now()
                FROM roles CROSS JOIN users WHERE roles.name = 'seller' AND users.email LIKE 'seller%';
            INSERT INTO companies (organization_id, name, version, custom_fields, created_at, updated_at)
                SELECT organization_id, 'Company ' || n, 1, '{}', now(), now()
                FROM crowd CROSS JOIN LATERAL generate_series(1, contacts / 50 + 1) n ORDER BY organization_id;
            CREATE TEMP TABLE firms AS
                SELECT organization_id, min(id) AS first_firm, count(*) AS firm_count FROM companies JOIN crowd USING (organization_id) GROUP BY 1;
            ANALYZE crowd, firms
            """
        );
}
