namespace AchieveApex.Application.Resources;

/// <summary>What a kind of record is called.</summary>
/// <param name="Name">Plural kebab-case: the path, and the name in permissions, for example <c>support-tickets</c>.</param>
/// <param name="Record">The record type.</param>
/// <param name="IsAdministrative">Not reached by the <c>*</c> of <c>*:view</c>: it has to be granted by name.</param>
/// <param name="IsSearched">Whether <c>$search</c> finds words in the texts that its view shows.</param>
public abstract record Resource(string Name, Type Record, bool IsAdministrative, bool IsSearched)
{
    /// <summary>The name in sentences, for example <c>support tickets</c>.</summary>
    public string Noun { get; init; } = Name.Replace('-', ' ');
}

/// <inheritdoc />
public abstract record Resource<TRecord>(string Name, bool IsAdministrative = false, bool IsSearched = false)
    : Resource(Name, typeof(TRecord), IsAdministrative, IsSearched)
    where TRecord : Record;
