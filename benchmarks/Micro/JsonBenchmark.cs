using System.Text.Json;
using System.Text.Json.Serialization;
using AchieveApex.Application.Contacts;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using BenchmarkDotNet.Attributes;

namespace AchieveApex.Micro;

/// <summary>An answer written by metadata that was looked up once, as the program does it, and by metadata that a generator wrote.</summary>
public class JsonBenchmark
{
    private static readonly JsonSerializerOptions Generated = WireFormat.Apply(
        new(JsonSerializerDefaults.Web) { TypeInfoResolver = GeneratedContacts.Default }
    );

    private readonly ContactView contact = new()
    {
        Id = 5,
        OrganizationId = 101,
        FirstName = "Jane",
        LastName = "Doe",
        Email = "jane.doe@example.com",
        Phone = "+44 20 7946 0123",
        PhoneE164 = "+442079460123",
        JobTitle = "Buyer",
        CompanyName = "Example & Sons",
        LifecycleStage = LifecycleStage.Lead,
        LeadScore = 17,
        Version = 3,
    };

    [Benchmark(Baseline = true)]
    public byte[] LookedUpOnce() => JsonSerializer.SerializeToUtf8Bytes(contact, WireFormat.Options);

    [Benchmark]
    public byte[] GeneratedMetadata() => JsonSerializer.SerializeToUtf8Bytes(contact, Generated);
}

[JsonSerializable(typeof(ContactView))]
internal sealed partial class GeneratedContacts : JsonSerializerContext;
