using System.Text.Json;

namespace AchieveApex.Application.Resources;

/// <summary>
/// What a client sent to be written: JSON that is read behind the permission check, or fields that the program itself filled in.
/// </summary>
public sealed class Input<TFields>
    where TFields : class
{
    private TFields? fields;

    private Input(ReadOnlyMemory<byte> json, TFields? fields) => (Json, this.fields) = (json, fields);

    /// <summary>The body as it was sent; empty when the program filled in the fields.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The fields, valid.</summary>
    /// <exception cref="InvalidOperationException">They were not read yet.</exception>
    public TFields Fields =>
        fields ?? throw new InvalidOperationException("The input was not read: the request has to implement IReadsInput.");

    /// <summary>Whether the program itself filled in the fields.</summary>
    internal bool IsTyped => Json.IsEmpty && fields is not null;

    /// <summary>Whether the fields of a body were read.</summary>
    internal bool IsRead => fields is not null;

    /// <summary>Whether the body begins as an array does.</summary>
    internal bool IsArray => Json.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];

    public static Input<TFields> FromJson(ReadOnlyMemory<byte> json) => new(json, null);

    public static implicit operator Input<TFields>(TFields fields) => new(default, fields);

    /// <summary>The body of a patch, once it was checked.</summary>
    internal JsonElement? Patch { get; set; }

    internal void Accept(TFields valid) => fields = valid;
}
