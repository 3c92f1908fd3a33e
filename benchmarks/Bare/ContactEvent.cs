using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AchieveApex.Bare;

/// <summary>What tells of a change to a contact, written by the statement that makes the change. Nobody numbers or seals it here.</summary>
internal static class ContactEvent
{
    /// <summary>A write together with its event.</summary>
    /// <param name="write">Ends in RETURNING these columns.</param>
    /// <param name="columns">What is answered.</param>
    /// <param name="type">What happened.</param>
    /// <param name="next">The first parameter that the write has not: the request, and after it the changes.</param>
    public static string With(string write, string columns, string type, int next) =>
        $"""
            WITH written AS ({write}), told AS (
                INSERT INTO events (organization_id, type, resource, record_id, record_version, request_id, changes, created_at,
                    created_by_user_id, created_by_api_key_id)
                SELECT organization_id, '{type}', 'contacts', id, version, ${next}, ${next + 1}, updated_at, updated_by_user_id,
                    updated_by_api_key_id
                FROM written
            )
            SELECT {columns} FROM written
            """;

    public static string Changes(ContactInput made) =>
        Json(writer =>
        {
            Text(writer, "first_name", made.FirstName);
            Text(writer, "last_name", made.LastName);
            Text(writer, "email", made.Email);
            Text(writer, "phone", made.Phone);
            Text(writer, "job_title", made.JobTitle);
            Text(writer, "company_name", made.CompanyName);
            Text(writer, "lifecycle_stage", made.LifecycleStage);
            if (made.LeadScore is not { } score)
                return;

            writer.WriteStartObject("lead_score");
            writer.WriteNumber("to", score);
            writer.WriteEndObject();
        });

    public static string Changes(Contact before, string? title, int? score) =>
        Json(writer =>
        {
            writer.WriteStartObject("job_title");
            writer.WriteString("from", before.JobTitle);
            writer.WriteString("to", title);
            writer.WriteEndObject();
            writer.WriteStartObject("lead_score");
            Number(writer, "from", before.LeadScore);
            Number(writer, "to", score);
            writer.WriteEndObject();
        });

    private static string Json(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null)
            return;

        writer.WriteStartObject(name);
        writer.WriteString("to", value);
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }
}
