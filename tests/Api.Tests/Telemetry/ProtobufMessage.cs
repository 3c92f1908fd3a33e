using System.Text;

namespace AchieveApex.Api.Tests.Telemetry;

/// <summary>A message of protocol buffers, read without its schema: by the numbers of its fields.</summary>
internal sealed class ProtobufMessage(ReadOnlyMemory<byte> bytes)
{
    private const int Varint = 0;
    private const int Eight = 1;
    private const int Bytes = 2;

    public string Text => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>What is found along a path of field numbers, in all repeated fields.</summary>
    public IEnumerable<ProtobufMessage> At(params int[] path) =>
        path.Aggregate<int, IEnumerable<ProtobufMessage>>([this], (found, number) => found.SelectMany(message => message.Field(number)));

    private IEnumerable<ProtobufMessage> Field(int wanted)
    {
        for (var at = 0; at < bytes.Length; )
        {
            var tag = Number(ref at);
            var length = (tag & 7) switch
            {
                Varint => LengthOfNumber(at),
                Eight => 8,
                Bytes => (int)Number(ref at),
                _ => 4,
            };
            if ((int)(tag >> 3) == wanted && (tag & 7) == Bytes)
                yield return new(bytes.Slice(at, length));
            at += length;
        }
    }

    private int LengthOfNumber(int at)
    {
        var end = at;
        _ = Number(ref end);
        return end - at;
    }

    private long Number(ref int at)
    {
        long number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes.Span[at++];
            number |= (long)(part & 0x7f) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
