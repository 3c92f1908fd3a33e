using AchieveApex.Application.Errors;
using AchieveApex.Application.Requests;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Idempotency;

/// <summary>Keeps answers in the database of the records, so that change and answer are there together or not at all.</summary>
internal sealed class KeptAnswers(ContextLease lease, AnswerSeal seal, TimeProvider clock) : IKeptAnswers
{
    private const int RetryAfterSeconds = 1;

    private AchieveApexDb Db => lease.Db;

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public async Task<byte[]?> Find(IdempotencyKey key, CancellationToken cancellationToken)
    {
        if (!await Db.TakeKey(key.Digest, cancellationToken))
            throw new Conflict("A request with this Idempotency-Key is being worked on") { RetryAfter = RetryAfterSeconds };

        var kept = await Db.Set<KeptAnswer>().FirstOrDefaultAsync(answer => answer.Digest == key.Digest, cancellationToken);
        if (kept is null)
            return null;

        if (kept.CreatedAt <= clock.GetUtcNow() - Lifetime)
        {
            await Db.Set<KeptAnswer>().Where(answer => answer.Digest == key.Digest).ExecuteDeleteAsync(cancellationToken);
            return null;
        }

        return kept.Fingerprint.AsSpan().SequenceEqual(key.Fingerprint)
            ? seal.Open(kept.Answer) ?? throw new Unprocessable("The answer to this Idempotency-Key cannot be read any more; use a new one")
            : throw new Unprocessable("This Idempotency-Key was used for another request");
    }

    public Task Keep(IdempotencyKey key, byte[] answer, CancellationToken cancellationToken)
    {
        Db.Add(
            new KeptAnswer
            {
                OrganizationId = Db.OrganizationId,
                Digest = key.Digest,
                Fingerprint = key.Fingerprint,
                Answer = seal.Close(answer),
                CreatedAt = clock.GetUtcNow(),
            }
        );
        return Db.SaveChangesAsync(cancellationToken);
    }
}
