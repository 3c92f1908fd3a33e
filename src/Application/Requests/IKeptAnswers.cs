namespace AchieveApex.Application.Requests;

/// <summary>The answers to changes that were named by an idempotency key, kept for 24 hours in the transaction of the change.</summary>
public interface IKeptAnswers
{
    /// <summary>The answer that was given under the key; null when the change is still to be made, by this transaction alone.</summary>
    /// <exception cref="Errors.Conflict">Another request is making the change at this moment.</exception>
    /// <exception cref="Errors.Unprocessable">The key was used for something else.</exception>
    Task<byte[]?> Find(IdempotencyKey key, CancellationToken cancellationToken);

    Task Keep(IdempotencyKey key, byte[] answer, CancellationToken cancellationToken);
}
