using AchieveApex.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace AchieveApex.Api.Tests.Reading;

public sealed class ConfigurationTests
{
    // One that is named otherwise would not be applied, and nobody would see it.
    [Fact]
    public void Every_mapping_is_named_after_its_entity_and_stands_in_its_module()
    {
        var mappings = typeof(AchieveApexDb)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetInterfaces(), (type, contract) => (type, contract))
            .Where(pair => pair.contract.IsGenericType && pair.contract.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
            .Select(pair => (pair.type, Found: Configurations.Of(pair.contract.GenericTypeArguments[0])))
            .ToList();
        Assert.NotEmpty(mappings);
        Assert.All(mappings, mapping => Assert.Equal(mapping.type, mapping.Found));
    }
}
