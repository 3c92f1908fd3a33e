using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Requests;

/// <summary>What a caller asked for beside the change itself: when to make it, how often, and whether to keep it.</summary>
public sealed class Terms
{
    /// <summary>Whether everything is checked and answered, and nothing kept.</summary>
    public bool IsDryRun { get; set; }

    /// <summary>The change is made once under this key; null: as often as it is asked for.</summary>
    public IdempotencyKey? Once { get; set; }

    /// <summary>What the caller's request is called; null when there is none.</summary>
    public string? RequestId { get; set; }

    /// <summary>Whether the answer is one that was given before.</summary>
    public bool IsReplayed { get; internal set; }

    /// <summary>The record has to be in one of these versions; null: in any, or none.</summary>
    public Versions? IfMatch { get; set; }

    /// <summary>The record must not be in one of these versions; null: it may.</summary>
    public Versions? IfNoneMatch { get; set; }

    /// <summary>What is wrong with the terms as they were sent.</summary>
    public BadRequest? Problem { get; set; }

    /// <summary>Whether the change that the key names is being made, and what is asked for now is a part of it.</summary>
    internal bool IsUnderway { get; set; }

    /// <exception cref="PreconditionFailed">The record is there, but not as the caller wants it.</exception>
    public void Check(Record record)
    {
        if (IfMatch?.Contain(record.Version) == false || IfNoneMatch?.Contain(record.Version) == true)
            throw PreconditionFailed.At(record.Version);
    }

    /// <exception cref="PreconditionFailed">The caller wants a record that is there.</exception>
    public void CheckAbsence()
    {
        if (IfMatch is not null)
            throw new PreconditionFailed("There is no such record yet");
    }
}
