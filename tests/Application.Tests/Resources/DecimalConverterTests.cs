using System.Text.Json;
using AchieveApex.Application.Resources;
using Xunit;

namespace AchieveApex.Application.Tests.Resources;

public sealed class DecimalConverterTests
{
    [Theory]
    [InlineData("12.5000", "12.5")]
    [InlineData("0.0000", "0")]
    [InlineData("-0.0001", "-0.0001")]
    [InlineData("922337203685477", "922337203685477")]
    [InlineData("1e3", "1000")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    public void A_number_is_written_without_zeros_at_its_end(string read, string written) =>
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<decimal>(read, WireFormat.Options), WireFormat.Options));
}
